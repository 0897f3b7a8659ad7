import { sql } from 'drizzle-orm'
import type { By } from '#workflows/resolution/actor.ts'
import type { IssueState } from '#workflows/resolution/states.ts'
import type { Db } from '#db/client.ts'
import type { Channel, Contact } from '#db/schema/index.ts'
import { issues } from '#db/schema/index.ts'
import { commentWords } from './comment-words.ts'
import { visibleTo } from './visible-to.ts'

export type IssueParts = {
  enterprise: { name: string; taxCode: string | null; zone: string | null; district: string | null } | null
  association: string | null
  conference: { id: number; title: string; heldOn: string } | null
  comment: {
    text: string; channel: Channel; file: string | null; sheet: string | null; row: number | null; proposedUnit: string | null
    note: string | null; receivedAt: string; zone: string | null; district: string | null; contact: Contact | null
  }
  siblings: { code: string; state: IssueState; text: string }[]
  answers: {
    number: number; kind: 'answer' | 'refusal'; text: string; sha256: string; legalGround: string | null; draftedBy: string | null
    draftedById: number | null; draftedAt: string; submittedAt: string | null; approvedBy: string | null; answeredBy: string | null
    letterNumber: string | null; letterDate: string | null; issuedAt: string | null
  }[]
  opinions: {
    unit: string; state: 'requested' | 'given' | 'noOpinion' | 'cancelled'; question: string; askedAt: string; dueAt: string
    text: string | null; givenBy: string | null; givenAt: string | null
  }[]
  commitments: {
    number: number; state: 'promised' | 'slipped' | 'done' | 'confirmed' | 'broken'; text: string; ownerUnit: string
    responsible: string | null; firstDueOn: string; dueOn: string; evidence: string | null; doneAt: string | null
  }[]
  letters: { kind: 'sent' | 'chased' | 'answered'; authority: string | null; number: string; date: string; text: string | null }[]
}

type Of = { id: number; commentId: number; enterpriseId: number | null; associationId: number | null; conferenceId: number | null }

/** All that hangs on one issue, in one round trip. That the person may see the issue itself is the caller's to know. */
export async function issueParts(db: Db, of: Of, by: By): Promise<IssueParts> {
  const [row] = await db.execute<IssueParts>(sql`select
    (select json_build_object('name', e.name, 'taxCode', e.tax_code, 'zone', e.zone, 'district', e.district)
      from enterprises e where e.id = ${of.enterpriseId}::bigint) as enterprise,
    (select a.name from associations a where a.id = ${of.associationId}::bigint) as association,
    (select json_build_object('id', c.id, 'title', c.title, 'heldOn', c.held_on)
      from conferences c where c.id = ${of.conferenceId}::bigint) as conference,
    (select json_build_object('text', ${sql.raw(commentWords)}, 'channel', said.channel, 'file', said.file, 'sheet', said.sheet, 'row', said.row,
      'proposedUnit', said.proposed_unit, 'note', said.note, 'receivedAt', said.received_at,
      'zone', said.zone, 'district', said.district, 'contact', said.contact)
      from issues join comments said on said.id = issues.comment_id where issues.id = ${of.id}) as comment,
    (select coalesce(json_agg(json_build_object('code', code, 'state', state, 'text', left(text, 200)) order by id), '[]')
      from ${issues} where comment_id = ${of.commentId} and id <> ${of.id} and ${visibleTo(by)}) as siblings,
    (select coalesce(json_agg(json_build_object('number', a.number, 'kind', a.kind, 'text', a.text, 'sha256', a.sha256,
      'legalGround', a.legal_ground, 'draftedBy', d.name, 'draftedById', a.drafted_by, 'draftedAt', a.drafted_at,
      'submittedAt', a.submitted_at, 'approvedBy', p.name, 'answeredBy', a.answered_by, 'letterNumber', a.letter_number,
      'letterDate', a.letter_date, 'issuedAt', a.issued_at) order by a.number desc), '[]')
      from answers a left join people d on d.id = a.drafted_by left join people p on p.id = a.approved_by
      where a.issue_id = ${of.id}) as answers,
    (select coalesce(json_agg(json_build_object('unit', o.unit, 'state', o.state, 'question', o.question, 'askedAt', o.asked_at,
      'dueAt', o.due_at, 'text', o.text, 'givenBy', g.name, 'givenAt', o.given_at) order by o.id), '[]')
      from opinions o left join people g on g.id = o.given_by where o.issue_id = ${of.id}) as opinions,
    (select coalesce(json_agg(json_build_object('number', c.number, 'state', c.state, 'text', c.text, 'ownerUnit', c.owner_unit,
      'responsible', c.responsible, 'firstDueOn', c.first_due_on, 'dueOn', c.due_on, 'evidence', c.evidence,
      'doneAt', c.done_at) order by c.number), '[]')
      from commitments c where c.issue_id = ${of.id}) as commitments,
    (select coalesce(json_agg(json_build_object('kind', l.kind, 'authority', l.authority, 'number', l.number, 'date', l.date,
      'text', l.text) order by l.id), '[]')
      from upward_letters l where l.issue_id = ${of.id}) as letters`)
  if (!row?.comment) throw new Error('an issue stands without its comment')
  return row
}
