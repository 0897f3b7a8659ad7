import type { Actor } from '#app/access/actor.ts'
import { raiseIssue } from '#app/issues/raise-issue.server.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { saveDraft } from '#app/issues/save-draft.server.ts'
import { addNote } from '#app/notes/add-note.server.ts'
import type { Db } from '#db/client.ts'
import { drawNumbers } from '#db/queries/put-on-register.ts'
import { notices } from '#db/schema/index.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'
import { aConference } from './conferences.ts'
import { wholeHouse } from './every-state.ts'
import { anIssue, routeTo, walk } from './issues.ts'
import { aPerson, anEnterprise } from './people.ts'

/** A word that finds each planted issue, and is no secret itself. */
export const bait = 'Chimxanh'
export const kinds = ['text', 'comment', 'contact', 'file', 'draft', 'submitted', 'question', 'opinion', 'note', 'internal', 'officer', 'complaint', 'denunciation', 'notice'] as const
export type Kind = (typeof kinds)[number]
export const secret = (kind: Kind) => `bimat${kind}xyz`

/** An enterprise's petition with a secret in each of its parts, a complaint and a denunciation of it, and the people around them. */
export async function planted(db: Db) {
  const house = await wholeHouse(db)
  const conference = await aConference(db, house.secretary)
  const people = { ...house, ...(await strangers(db, house.enterpriseId)) }
  const officer = await aPerson(db, 'officer', { unit: 'STNMT', name: `Mẫu ${secret('officer')}` })
  const { coordinator, head, enterprise } = people

  const petition = await filed(db, conference, enterprise, `${bait} ${secret('text')}`, { file: `${secret('file')}.xlsx`, contact: { name: secret('contact'), phone: '0900', email: `${secret('contact')}@x.vn` } })
  await walk(db, petition.id, [
    [coordinator, { ...samples.split, rest: `${bait} ${secret('text')}`, text: `${bait} ${secret('denunciation')}`, note: undefined } as never],
  ])
  const [part] = await db.query.issues.findMany({ where: (issue, { and, eq: is, ne }) => and(is(issue.commentId, petition.commentId), ne(issue.id, petition.id)) })
  await walk(db, part!.id, [[coordinator, { ...samples.divert, track: 'denunciation' }]])
  await walk(db, petition.id, [
    [coordinator, routeTo('STNMT', { coordinatingUnits: ['STC'], note: secret('note') })],
    [officer, { type: 'accept', note: secret('note') }],
    [officer, { type: 'requestOpinion', units: ['STC'], question: secret('question') }],
    [people.asked, { type: 'giveOpinion', text: secret('opinion') }],
    [officer, { type: 'submitAnswer', text: secret('submitted'), note: secret('note') }],
    [head, { type: 'returnForRedraft', note: secret('note') }],
  ])
  await saveDraft(db, { id: petition.id, text: secret('draft'), seen: '', by: officer })
  await addNote(db, { id: petition.id, text: secret('internal'), shared: false, by: coordinator })

  const complaint = await filed(db, conference, enterprise, `${bait} ${secret('complaint')}`)
  await walk(db, complaint.id, [[coordinator, { ...samples.divert, track: 'complaint' }]])
  const other = await anIssue(db, { enterpriseId: people.stranger.enterpriseId!, text: bait, conferenceId: conference })
  await walk(db, other.id, [[coordinator, routeTo('SCT')]])
  await db.insert(notices).values({ personId: people.unrelated.personId, issueId: petition.id, kind: 'routed', params: { code: petition.code, unit: secret('notice') }, createdAt: new Date() })
  return { people, conference, codes: { petition: petition.code, denunciation: part!.code, complaint: complaint.code, other: other.code } }
}

async function strangers(db: Db, enterpriseId: number) {
  const person = (role: Actor['role'], unit: string) => aPerson(db, role, { unit })
  const [asked, unrelated, unrelatedHead, inspector, inspectorHead, intakeHead, intakeOfficer] = await Promise.all([
    person('officer', 'STC'), person('officer', 'SCT'), person('head', 'SCT'), person('officer', 'TTTP'), person('head', 'TTTP'), person('head', 'VPUB'), person('officer', 'VPUB'),
  ])
  const stranger = await aPerson(db, 'enterprise', { enterpriseId: await anEnterprise(db) })
  const colleague = await aPerson(db, 'enterprise', { enterpriseId })
  return { asked, unrelated, unrelatedHead, inspector, inspectorHead, intakeHead, intakeOfficer, stranger, colleague }
}

async function filed(db: Db, conferenceId: number, by: Actor, text: string, more: { file?: string; contact?: object } = {}) {
  const of = { conferenceId, enterpriseId: by.enterpriseId, channel: 'form' as const }
  const issue = { ...of, associationId: null, filedBy: by.personId, text, group: 'land', topic: null, suggestion: null }
  const comment = { ...of, ...more, text: more.file ? `${secret('comment')} ${text} ${secret('denunciation')}` : text }
  const rules = await rulesOf(db)
  return db.transaction(async (tx) => {
    const numbers = await drawNumbers(tx)
    return { ...(await raiseIssue(tx, numbers, { comment, issue }, by, new Date(), rules)), commentId: numbers.comment }
  })
}
