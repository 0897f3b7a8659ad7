import { sql } from 'drizzle-orm'
import type { By } from '#workflows/resolution/actor.ts'
import type { CommitmentState } from '#workflows/commitment/machine.ts'
import type { IssueState } from '#workflows/resolution/states.ts'
import type { Passage } from '#workflows/text/passages.ts'
import type { Db } from '#db/client.ts'
import { filled } from '#db/prepared.ts'
import type { Channel, Contact } from '#db/schema/index.ts'
import { issues } from '#db/schema/index.ts'
import { todayThere } from './capacities.ts'
import { sessionsOf } from './carry-over.ts'
import { directivesOfIssue, type IssueDirective } from './directives.ts'
import { filesOf, type AttachedFile } from './files.ts'
import { aroundFor, type MinutesAround } from './minutes-around.ts'
import { commentWords, showsOwnPartOnly } from './comment-words.ts'
import { notesOf, type InternalNote } from './internal-notes.ts'
import { writingBeside } from './presences.ts'
import { anyoneLike, visibleTo } from './visible-to.ts'

export type IssueParts = {
  enterprise: { name: string; taxCode: string | null; zone: string | null; district: string | null } | null
  association: string | null
  /** `sessions`: how many conferences of its series were held while it was unresolved. */
  conference: { id: number; title: string; heldOn: string; sessions: number } | null
  comment: {
    text: string; channel: Channel; file: string | null; sheet: string | null; row: number | null; proposedUnit: string | null
    /** Of minutes: its sentences, and for the offices the paragraphs around them. */
    passage: string | null; around: MinutesAround | null
    note: string | null; receivedAt: string; zone: string | null; district: string | null; contact: Contact | null
    /** Its stretches that this issue answers for, once it was split; `null` where it is not shown as it was said. */
    passages: Passage[] | null
  }
  /** Who accepted it, and while they are away until when and who acts meanwhile. */
  handler: { name: string; until: string | null; standIn: string | null } | null
  siblings: { code: string; state: IssueState; text: string }[]
  answers: {
    number: number; kind: 'answer' | 'refusal'; text: string; sha256: string; legalGround: string | null; draftedBy: string | null
    draftedById: number | null; draftedAt: string; submittedAt: string | null; approvedBy: string | null; answeredBy: string | null
    letterNumber: string | null; letterDate: string | null; issuedAt: string | null
    returnedAt: string | null; returnedBy: string | null; returnNote: string | null
  }[]
  opinions: {
    id: number; unit: string; state: 'requested' | 'given' | 'noOpinion' | 'cancelled'; question: string; askedAt: string; dueAt: string
    text: string | null; givenBy: string | null; givenAt: string | null; cancelReason: string | null
  }[]
  /** How often each unit was urged, and on which day last. */
  urges: { unit: string; count: number; last: string }[]
  commitments: {
    number: number; state: CommitmentState; text: string; ownerUnit: string
    responsible: string | null; firstDueOn: string; dueOn: string; evidence: string | null; evidenceUrl: string | null
    doneAt: string | null; replaces: number | null; brokenAt: string | null; brokenBecause: string | null; slips: Slip[]
  }[]
  verdicts: { number: number; solved: boolean; satisfied: boolean; reason: string | null; note: string | null; at: string; through: 'account' | 'link' }[]
  /** On which day its handling was made public, where it stands so. */
  publishedOn: string | null
  /** All that is attached and that the reader may read, wherever it hangs. */
  files: AttachedFile[]
  notes: InternalNote[]
  /** Colleagues of the reader's own unit who have the form of the answer open. */
  writing: string[]
  /** Tasks of issued notices of conclusions that are to settle it. */
  tasks: { notice: string; issuedOn: string; number: number; text: string | null; dueOn: string | null }[]
  /** Demands for an explanation, for the offices and for the unit asked. */
  directives: IssueDirective[]
  letters: { kind: 'sent' | 'chased' | 'answered'; authority: string | null; number: string; date: string; text: string | null }[]
}

export type Slip = {
  number: number; state: 'asked' | 'granted' | 'declined' | 'lapsed'; fromOn: string; toOn: string; reason: string | null
  askedBy: string | null; askedAt: string; decidedBy: string | null; decidedAt: string | null; decisionNote: string | null
}

const passagesShown = `case when not ${showsOwnPartOnly} then (select coalesce(json_agg(json_build_object('from', p.from_char, 'to', p.to_char)
  order by p.from_char), '[]') from issue_passages p where p.issue_id = issues.id) end`

type Of = { id: number; commentId: number; handlerId: number | null; enterpriseId: number | null; associationId: number | null; conferenceId: number | null }

const slipsOf = sql.raw(`(select coalesce(json_agg(json_build_object('number', s.number, 'state', s.state, 'fromOn', s.from_on, 'toOn', s.to_on,
  'reason', s.reason, 'askedBy', a.name, 'askedAt', s.asked_at, 'decidedBy', d.name, 'decidedAt', s.decided_at,
  'decisionNote', s.decision_note) order by s.number), '[]')
  from commitment_slips s left join people a on a.id = s.asked_by left join people d on d.id = s.decided_by where s.commitment_id = c.id)`)

/** All that hangs on one issue, in one round trip. That the person may see the issue itself is the caller's to know. */
export async function issueParts(db: Db, of: Of, by: By): Promise<IssueParts> {
  const { shape, open, values } = anyoneLike(by)
  const { id, commentId, handlerId, enterpriseId, associationId, conferenceId } = of
  const asked = { ...values, id, commentId, handlerId, ofEnterprise: enterpriseId, ofAssociation: associationId, conferenceId }
  const [row] = await db.execute<IssueParts>(filled(`parts for ${shape}`, () => partsSeenBy(open), asked))
  if (!row?.comment) throw new Error('an issue stands without its comment')
  return row
}

const partsSeenBy = (by: By) => {
  const [id, commentId] = [sql.placeholder('id'), sql.placeholder('commentId')]
  return sql`select
    (select json_build_object('name', e.name, 'taxCode', e.tax_code, 'zone', e.zone, 'district', e.district)
      from enterprises e where e.id = ${sql.placeholder('ofEnterprise')}::bigint) as enterprise,
    (select a.name from associations a where a.id = ${sql.placeholder('ofAssociation')}::bigint) as association,
    (select json_build_object('name', h.name, 'until', away.until_on, 'standIn', away.name) from people h
      left join lateral (select s.until_on, q.name from memberships m join stand_ins(${todayThere}) s on s.membership_id = m.id and s.acts
        join people q on q.id = s.person_id where m.person_id = h.id limit 1) away on true
      where h.id = ${sql.placeholder('handlerId')}::bigint) as handler,
    (select json_build_object('id', c.id, 'title', c.title, 'heldOn', c.held_on, 'sessions', ${sessionsOf(id)})
      from conferences c where c.id = ${sql.placeholder('conferenceId')}::bigint) as conference,
    (select json_build_object('text', ${sql.raw(commentWords)}, 'channel', said.channel, 'file', said.file, 'sheet', said.sheet, 'row', said.row,
      'passage', said.passage, 'around', ${aroundFor(by)},
      'proposedUnit', said.proposed_unit, 'note', said.note, 'receivedAt', said.received_at,
      'zone', said.zone, 'district', said.district, 'contact', said.contact,
      'passages', ${sql.raw(passagesShown)})
      from issues join comments said on said.id = issues.comment_id where issues.id = ${id}) as comment,
    (select coalesce(json_agg(json_build_object('code', code, 'state', state, 'text', left(text, 200)) order by id), '[]')
      from ${issues} where comment_id = ${commentId} and id <> ${id} and ${visibleTo(by)}) as siblings,
    (select coalesce(json_agg(json_build_object('number', a.number, 'kind', a.kind, 'text', a.text, 'sha256', a.sha256,
      'legalGround', a.legal_ground, 'draftedBy', d.name, 'draftedById', a.drafted_by, 'draftedAt', a.drafted_at,
      'submittedAt', a.submitted_at, 'approvedBy', p.name, 'answeredBy', a.answered_by, 'letterNumber', a.letter_number,
      'letterDate', a.letter_date, 'issuedAt', a.issued_at,
      'returnedAt', a.returned_at, 'returnedBy', r.name, 'returnNote', a.return_note) order by a.number desc), '[]')
      from answers a left join people d on d.id = a.drafted_by left join people p on p.id = a.approved_by left join people r on r.id = a.returned_by
      where a.issue_id = ${id}) as answers,
    (select coalesce(json_agg(json_build_object('id', o.id, 'unit', o.unit, 'state', o.state, 'question', o.question, 'askedAt', o.asked_at,
      'dueAt', o.due_at, 'text', o.text, 'givenBy', g.name, 'givenAt', o.given_at, 'cancelReason', o.cancel_reason) order by o.id), '[]')
      from opinions o left join people g on g.id = o.given_by where o.issue_id = ${id}) as opinions,
    (select coalesce(json_agg(json_build_object('unit', u.unit, 'count', u.count, 'last', u.last)), '[]')
      from (select unit, count(*) as count, max("on") as last from urges where issue_id = ${id} group by unit) u) as urges,
    (select coalesce(json_agg(json_build_object('number', c.number, 'state', c.state, 'text', c.text, 'ownerUnit', c.owner_unit,
      'responsible', c.responsible, 'firstDueOn', c.first_due_on, 'dueOn', c.due_on, 'evidence', c.evidence, 'evidenceUrl', c.evidence_url,
      'doneAt', c.done_at, 'replaces', c.replaces, 'brokenAt', c.broken_at, 'brokenBecause', c.broken_because,
      'slips', ${slipsOf}) order by c.number), '[]')
      from commitments c where c.issue_id = ${id}) as commitments,
    (select coalesce(json_agg(json_build_object('number', v.number, 'solved', v.solved, 'satisfied', v.satisfied, 'reason', v.reason,
      'note', v.note, 'at', v.at, 'through', v.through) order by v.number), '[]')
      from verdicts v where v.issue_id = ${id}) as verdicts,
    (select coalesce(json_agg(json_build_object('notice', c.number, 'issuedOn', c.issued_on, 'number', t.number, 'text', t.text,
      'dueOn', t.due_on) order by c.issued_on, t.number), '[]')
      from conclusion_task_issues ti join conclusion_tasks t on t.id = ti.task_id join conclusions c on c.id = t.conclusion_id
      where ti.issue_id = ${id} and c.state = 'signedOff') as tasks,
    (select coalesce(json_agg(json_build_object('kind', l.kind, 'authority', l.authority, 'number', l.number, 'date', l.date,
      'text', l.text) order by l.id), '[]')
      from upward_letters l where l.issue_id = ${id}) as letters,
    (select (p.published_at at time zone 'Asia/Ho_Chi_Minh')::date from publications p where p.issue_id = ${id} and p.state = 'published') as "publishedOn",
    ${directivesOfIssue(id, by)} as directives,
    ${filesOf(id, commentId, by)} as files,
    ${notesOf(id, by)} as notes,
    ${writingBeside(id, by)} as writing`
}
