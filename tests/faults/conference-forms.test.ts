import { afterAll, beforeAll, expect, test } from 'vitest'
import { previewImport } from '#app/imports/preview-import.server.ts'
import type { Actor } from '#app/access/actor.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { startApp } from '#tests/support/server.ts'
import { cookieOf } from '#tests/support/signed-in.ts'

const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
let by: Actor
let cookie: string
let conference: number
let preview: number
beforeAll(async () => {
  await seedReference(db)
  by = await aPerson(db, 'coordinator', { unit: 'VPUB' })
  cookie = await cookieOf(db, by)
  conference = await aConference(db, by)
  preview = (await previewImport(db, conference, { name: 'dán', text: '1. Đề nghị giảm thuế\n2. Đề nghị cấp phép' }, by)).id
  app = await startApp({ databaseUrl: url })
})
afterAll(() => app.close())

const send = (path: string, body?: BodyInit, headers: Record<string, string> = {}) =>
  fetch(app.origin + path, {
    method: body === undefined ? 'GET' : 'POST', body, redirect: 'manual', headers: { Cookie: cookie, Origin: app.origin, ...headers },
  })
const form = (...fields: [string, string][]) => new URLSearchParams(fields)
const many = Array.from({ length: 10_000 }, (_, n): [string, string] => ['issue', `${n}:1`])

test.each(['abc', '0', '9'.repeat(15), '9'.repeat(40), '%00', '-1'])('neither a conference nor an import is found at «%s»', async (id) => {
  for (const path of [`/conferences/${id}`, `/conferences/${id}/import`, `/imports/${id}`]) {
    expect([400, 404], path).toContain((await send(path)).status)
  }
})

test('a form that is none, or holds too much, is refused and never a bug', async () => {
  const import_ = `/conferences/${conference}/import`
  const multipart = { 'Content-Type': 'multipart/form-data; boundary=x' }
  const answers = await Promise.all([
    send(import_, 'not a form', { 'Content-Type': 'text/plain' }),
    send(import_, 'cut off', multipart),
    send(import_, '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nSTT,', multipart),
    send(import_, form(['text', ''], ['name', 'dán'])),
    send(import_, form(['text', 'a\u0000b'], ['name', 'dán'])),
    send(`/conferences/${conference}`, form(...many)),
    send(`/conferences/${conference}`, form(['issue', 'x'], ['__proto__', '1'])),
    send(`/conferences/${conference}`, form(['only', '1:1'], ['only', '2:1'])),
    send(`/imports/${preview}`, form(['intent', 'nonsense'])),
    send(`/imports/${preview}`, form(['intent', 'columns'], ['use.0', 'yes'], ['header.0', '-1'], ['column.0.0', 'text'], ['column.0.1', 'text'])),
    send(`/imports/${preview}`, form(['intent', 'groups'], ['place', '!1'], ['group', 'nowhere'])),
    send(`/imports/${preview}`, form(['intent', 'undo'])),
    send('/conferences/new', form(['title', 'x'.repeat(600)], ['heldOn', '31/2/2024'])),
  ])
  for (const { status } of answers) expect([400, 409, 413, 422]).toContain(status)
})

test('rows and places that the file does not have are left out of account', async () => {
  const { status } = await send(`/imports/${preview}`, form(['intent', 'rows'], ['shown', '__proto__'], ['shown', 'x!9'], ['fix', 'x!9'], ['offered', 'x!9']))
  expect(status).toBe(303)
  expect((await send(`/imports/${preview}?page=-5&show=problems`)).status).toBe(200)
})
