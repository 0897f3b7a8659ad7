import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Invalid } from './errors.ts'
import { invalidForm, parseForm } from './form.server.ts'

const schema = z.object({ text: z.string().min(1, 'required') })

function post(body: BodyInit, type = 'application/x-www-form-urlencoded') {
  return new Request('http://localhost/x', { method: 'POST', body, headers: { 'Content-Type': type } })
}

describe('the form of a request', () => {
  test('gives its data and the key of the page it was rendered on', async () => {
    const form = await parseForm(post('text=xin+ch%C3%A0o&idempotencyKey=8d7f-1.raise'), schema)
    expect(form).toEqual({ ok: true, data: { text: 'xin chào' }, idempotencyKey: '8d7f-1.raise' })
  })

  test('has no key when the one sent is nothing we made', async () => {
    const form = await parseForm(post('text=x&idempotencyKey=%3Cscript%3E'), schema)
    expect(form).toMatchObject({ idempotencyKey: undefined })
  })

  test('that does not pass goes back with status 422, errors and all that was typed', async () => {
    const form = await parseForm(post('text='), schema)
    if (form.ok) throw new Error('it passed')
    expect(invalidForm(form)).toMatchObject({
      init: { status: 422 },
      data: { errors: { text: { key: 'common:invalid.required' } }, values: { text: '' } },
    })
  })

  test.each([
    ['{"text":"x"}', 'application/json'],
    ['text=x', 'text/plain'],
    ['--no boundary', 'multipart/form-data'],
    ['--x\r\nrubbish', 'multipart/form-data; boundary=x'],
  ])('%s as %s is no form and says so', async (body, type) => {
    await expect(parseForm(post(body, type), schema)).rejects.toThrow(Invalid)
  })

  test('with half an UTF-8 sequence stays text', async () => {
    expect(await parseForm(post('text=%ED%A0%80%FF'), schema)).toMatchObject({ ok: true })
  })
})
