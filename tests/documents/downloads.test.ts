import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { formatsOf, type DocumentName, type FileFormat } from '#app/documents/documents.ts'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { readFile } from '#app/imports/read/read-file.server.ts'
import { aHeldConference, withNotice } from '#tests/support/held-conference.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { aPerson } from '#tests/support/people.ts'
import { readDocx } from '#tests/support/read-docx.ts'
import { readPdf } from '#tests/support/read-pdf.ts'
import { cookieOf } from '#tests/support/signed-in.ts'

registerFromDisk()
const { app, db } = await openHouse()
let held: Awaited<ReturnType<typeof aHeldConference>>
beforeAll(async () => {
  held = await aHeldConference(db)
  await withNotice(db, held)
})

const files = (Object.entries(formatsOf) as [DocumentName, readonly FileFormat[]][]).flatMap(([name, formats]) => formats.map((format) => [name, format] as const))
const ask = async (by: Actor, file: string, id: string | number = held.conferenceId) =>
  fetch(`${app.origin}/conferences/${id}/${file}`, { redirect: 'manual', headers: { Cookie: await cookieOf(db, by) } })

describe('each paper is served by the built server as a file of its kind, by its name, to be saved and never kept', () => {
  test.each(files)('%s as %s', async (name, format) => {
    const response = await ask(held.house.coordinator, `${name}.${format}`)
    expect(response.status).toBe(200)
    const [type, saved] = [response.headers.get('Content-Type'), response.headers.get('Content-Disposition')]
    expect(type).toBe({ docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }[format])
    expect(saved).toMatch(new RegExp(`^attachment; filename="[\\x20-\\x7e]+05-04-2026\\.${format}"; filename\\*=UTF-8''.+\\.${format}$`))
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(response.headers.get('Cache-Control')).toContain('no-store')
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (format === 'docx') expect((await readDocx(bytes)).sections.length).toBeGreaterThan(0)
    if (format === 'pdf') expect((await readPdf(bytes)).fonts.join()).toContain('Tinos')
    if (format === 'xlsx') expect((await readFile({ name: 'x.xlsx', bytes }))[0]!.rows.length).toBeGreaterThan(3)
  })
})

test('those who follow only their own issues, or a part of them, get none of these papers', async () => {
  const { enterprise, officer, head } = held.house
  const admin = await aPerson(db, 'admin')
  for (const by of [enterprise, officer, head, admin]) for (const [name, format] of files) expect([name, (await ask(by, `${name}.${format}`)).status]).toEqual([name, 403])
})

test('nobody gets one without signing in, and of a conference that does not exist there is none', async () => {
  const response = await fetch(`${app.origin}/conferences/${held.conferenceId}/minutes.pdf`, { redirect: 'manual' })
  expect([response.status, response.headers.get('Location')]).toEqual([302, `/sign-in?returnTo=${encodeURIComponent(`/conferences/${held.conferenceId}/minutes.pdf`)}`])
  for (const id of ['999999', 'abc']) expect((await ask(held.house.coordinator, 'minutes.pdf', id)).status).toBe(404)
  const other = await aHeldConference(db)
  expect((await ask(other.house.coordinator, 'conclusion.docx', other.conferenceId)).status).toBe(404)
})

test('while a long paper is made, pages go on being served', async () => {
  const slow = Promise.all([ask(held.house.coordinator, 'handling.pdf'), ask(held.house.leader, 'contents.pdf'), ask(held.house.secretary, 'conclusion.pdf')])
  let done = false
  void slow.then(() => (done = true))
  const seen: number[] = []
  while (!done) seen.push((await fetch(`${app.origin}/sign-in`)).status)
  expect((await slow).map(({ status }) => status)).toEqual([200, 200, 200])
  expect(seen.length).toBeGreaterThan(2)
  expect(new Set(seen)).toEqual(new Set([200]))
})
