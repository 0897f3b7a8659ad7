import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { saveDraft } from '#app/issues/save-draft.server.ts'
import { addNote } from '#app/notes/add-note.server.ts'
import { approvePublication } from '#app/publication/approve-publication.server.ts'
import { publicationView } from '#app/publication/publication-view.server.ts'
import { publishApproved } from '#app/publication/publish-approved.server.ts'
import { savePublication } from '#app/publication/save-publication.server.ts'
import { withdrawPublication } from '#app/publication/withdraw-publication.server.ts'
import { comments, enterprises, issues, notices, publications } from '#db/schema/index.ts'
import { aConference } from '#tests/support/conferences.ts'
import { crawl } from '#tests/support/crawl.ts'
import { wholeHouse, type House } from '#tests/support/every-state.ts'
import { anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { aPerson, anEnterprise } from '#tests/support/people.ts'
import { cookieOf } from '#tests/support/signed-in.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'

const { app, db } = await openHouse()
const kinds = ['enterprise', 'taxCode', 'contact', 'telephone', 'text', 'answer', 'note', 'internal', 'draft', 'question', 'opinion', 'file', 'promise', 'responsible', 'evidence', 'official', 'unapproved', 'pending', 'withdrawn', 'reason', 'correcting', 'other'] as const
const secret = (kind: (typeof kinds)[number]) => `bimat${kind.toLowerCase()}xyz`
/** What was approved for everybody, and so must be there. */
const open = 'congkhaixyz'

let house: House
let conference: number
let shown: string

/** One issue that is public, with a secret in each part that is not, and others at each stage that is not public. */
beforeAll(async () => {
  house = await wholeHouse(db)
  conference = await aConference(db, house.coordinator)
  await db.update(enterprises).set({ name: `Công ty ${secret('enterprise')}`, taxCode: secret('taxCode'), phone: secret('telephone') }).where(eq(enterprises.id, house.enterpriseId))
  const official = await aPerson(db, 'officer', { unit: 'STNMT', name: secret('official') })
  const asked = await aPerson(db, 'officer', { unit: 'STC' })
  const { coordinator } = house
  const { id, code } = await answered(official, [
    [official, { type: 'requestOpinion', units: ['STC'], question: secret('question') }], [asked, { type: 'giveOpinion', text: secret('opinion') }],
  ])
  shown = code
  await walk(db, id, [[official, { ...samples.commit, text: secret('promise'), responsible: secret('responsible') } as never], [official, { type: 'fulfil', evidence: secret('evidence'), commitment: undefined }]])
  const [row] = await db.select({ comment: issues.commentId }).from(issues).where(eq(issues.id, id))
  await db.update(comments).set({ contact: { name: secret('contact'), phone: secret('contact'), email: secret('contact') } }).where(eq(comments.id, row!.comment))
  await addNote(db, { id, text: secret('internal'), shared: true, by: coordinator })
  await published(code, open)
  await save(code, secret('correcting'), secret('reason'))

  const again = await answered(official)
  await walk(db, again.id, [[house.enterprise, samples.dispute]])
  await saveDraft(db, { id: again.id, text: secret('draft'), seen: '', by: official })
  const [unapproved, pending, withdrawn] = [await answered(official), await answered(official), await answered(official)]
  await save(unapproved.code, secret('unapproved'))
  await published(withdrawn.code, secret('withdrawn'))
  await save(pending.code, secret('pending'))
  await approve(pending.code)
  const { seenStanding } = await publicationView(db, coordinator, { id: String(conference), code: withdrawn.code, language: 'vi' })
  await db.transaction((tx) => withdrawPublication(tx, { conference, code: withdrawn.code, seen: seenStanding, reason: secret('reason'), by: coordinator }))
  const other = await anIssue(db, { conferenceId: conference, enterpriseId: await anEnterprise(db, `Công ty ${secret('other')}`), text: secret('other') })
  await walk(db, other.id, [[coordinator, routeTo('STNMT')]])
})

async function answered(official: Actor, more: Parameters<typeof walk>[2] = []) {
  const issue = await anIssue(db, { conferenceId: conference, enterpriseId: house.enterpriseId, text: secret('text'), file: `${secret('file')}.xlsx`, note: secret('note') })
  await walk(db, issue.id, [
    [house.coordinator, routeTo('STNMT', { coordinatingUnits: ['STC'], note: secret('note') })], [official, { type: 'accept', note: secret('note') }], ...more,
    [official, { type: 'submitAnswer', text: secret('answer'), note: secret('note') }], [house.head, samples.approve],
  ])
  return issue
}

const seen = async (code: string) => (await publicationView(db, house.coordinator, { id: String(conference), code, language: 'vi' })).seen
const save = async (code: string, answer: string, reason?: string) => {
  const now = await seen(code)
  await db.transaction((tx) => savePublication(tx, { conference, code, seen: now, question: `Hỏi ${answer}`, answer, reason, by: house.coordinator }))
}
const approve = async (code: string) => {
  const now = await seen(code)
  await db.transaction((tx) => approvePublication(tx, { conference, code, seen: now, by: house.leader }))
}
async function published(code: string, answer: string) {
  await save(code, answer)
  await approve(code)
  const [row] = await db.select({ id: publications.id }).from(publications).where(eq(publications.state, 'approved'))
  await db.transaction((tx) => publishApproved(tx, { conference, versions: [row!.id], by: house.leader }))
}

const read = async (path: string, headers: Record<string, string> = {}) => (await fetch(app.origin + path, { headers, redirect: 'manual' })).text()
const foundIn = (text: string) => kinds.filter((kind) => text.includes(secret(kind)))

test('no public page, nor what it asks for as data, tells more than the approved text', async () => {
  const filters = kinds.map((kind) => `/published?q=${secret(kind)}`)
  const pages = await crawl(app.origin, '', ['/published', `/published/${shown}`, `/published?conference=${conference}`, '/published?lang=en', ...filters])
  expect(pages.filter(({ path }) => path.startsWith('/published/')).map(({ path, status }) => [path, status])).toContainEqual([`/published/${shown}`, 200])
  // a page says again what was asked of it
  const answers = pages.map(({ path, html }) => ({ path, text: html.replaceAll(path.split('q=')[1] ?? '\0', '') }))
  for (const path of ['/published.data', `/published/${shown}.data`, '/_root.data']) answers.push({ path, text: await read(path) })
  expect(answers.flatMap(({ path, text }) => foundIn(text).map((kind) => `${kind} at ${path}`))).toEqual([])
  for (const path of ['/published', '/published.data', `/published/${shown}`, `/published/${shown}.data`]) expect(await read(path), path).toContain(open)
  const others = await db.select({ code: issues.code }).from(issues)
  const reached = await Promise.all(others.filter(({ code }) => code !== shown).map(async ({ code }) => (await fetch(`${app.origin}/published/${code}`)).status))
  expect(new Set(reached)).toEqual(new Set([404]))
})

test('the digest, in the inbox and as data, is the enterprise’s own; another enterprise has none', async () => {
  const stranger = await aPerson(db, 'enterprise', { enterpriseId: await anEnterprise(db) })
  const kept = await db.select().from(notices).where(eq(notices.kind, 'publication.batch'))
  expect(new Set(kept.map(({ personId }) => personId))).toEqual(new Set([house.enterprise.personId]))
  expect(foundIn(JSON.stringify(kept))).toEqual([])
  for (const path of ['/notices', '/notices.data']) {
    expect(await read(path, { Cookie: await cookieOf(db, house.enterprise) })).toContain(shown)
    expect(await read(path, { Cookie: await cookieOf(db, stranger) })).not.toContain(shown)
  }
})

test('who may not work on publications does not meet their drafts', async () => {
  for (const by of [house.enterprise, house.association, house.officer, house.head, house.admin]) {
    for (const rest of ['', `/${shown}`]) {
      const response = await fetch(`${app.origin}/conferences/${conference}/publication${rest}`, { headers: { Cookie: await cookieOf(db, by) } })
      expect([by.role, rest, response.status]).toEqual([by.role, rest, 403])
      expect(foundIn(await response.text())).toEqual([])
    }
  }
})
