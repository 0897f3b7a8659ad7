import { sql, type SQL } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { By } from '#workflows/resolution/actor.ts'
import type { FileType } from '#workflows/files/kinds.ts'
import type { attachmentKinds, fileStatuses } from '#db/schema/files.ts'
import { showsOwnPartOnly } from './comment-words.ts'
import { visibleTo } from './visible-to.ts'

export type FileLine = { id: number; name: string; type: FileType; size: number; sha256: string; status: (typeof fileStatuses)[number] }
/** A file where it hangs; `number` is that of the answer or the commitment, `opinion` the row of the opinion. */
export type AttachedFile = FileLine & {
  kind: (typeof attachmentKinds)[number]; answer: number | null; commitment: number | null; opinion: number | null
}

const line = sql.raw(`'id', f.id, 'name', f.name, 'type', f.type, 'size', f.size, 'sha256', f.sha256, 'status', f.status`)

/**
 * Beside `visibleTo`, which of an issue's files this person may read; the query names them `t`, their answer `a`. A filer
 * reads their own filing, what was supplied, what was issued and evidence meant for them; a unit that takes part without
 * leading also what its own people attached to an opinion or as evidence. What was filed is read where the comment is.
 */
function shownTo(by: By): SQL {
  const filed = sql.raw(`(t.kind = 'filing' and not (${showsOwnPartOnly}))`)
  const sent = sql`(${filed} or t.kind = 'supply' or (t.kind = 'answer' and a.issued_at is not null) or (t.kind = 'evidence' and t.for_filer))`
  if (by.role === 'enterprise' || by.role === 'association') return sent
  const inside = sql`(t.kind <> 'filing' or ${filed})`
  if (by.role !== 'officer' && by.role !== 'head') return inside
  return sql`(${sent} or (t.kind in ('opinion', 'evidence') and t.unit = ${by.unit}) or (issues.lead_unit = ${by.unit} and ${inside}))`
}

const hanging = sql.raw(`attachments t join issues on issues.id = t.issue_id or issues.comment_id = t.comment_id
  left join answers a on a.id = t.answer_id`)

/** A column for a query of one issue, `issues.id` and `comment_id` given: all that hangs on it and its comment and that this person may read. */
export const filesOf = (id: SQL | ReturnType<typeof sql.placeholder>, commentId: SQL | ReturnType<typeof sql.placeholder>, by: By) =>
  sql`(select coalesce(json_agg(json_build_object(${line}, 'kind', t.kind, 'answer', a.number, 'commitment', c.number, 'opinion', t.opinion_id)
      order by f.id), '[]')
    from attachments t join files f on f.id = t.file_id join issues on issues.id = ${id}
    left join answers a on a.id = t.answer_id left join commitments c on c.id = t.commitment_id
    where (t.issue_id = ${id} or t.comment_id = ${commentId}) and (t.kind = 'filing' or t.issue_id = ${id}) and ${shownTo(by)})`

/** What a download needs; `undefined` for whoever may not read what the file belongs to, nor sent it with a form still open. */
export async function readableFile(db: Db, id: number, by: By) {
  const [row] = await db.execute<FileLine & { storage: string }>(sql`
    select f.id::int, f.name, f.type, f.size::float8 as size, f.sha256, f.status, f.storage from files f where f.id = ${id} and (
      exists (select from ${hanging} where t.file_id = f.id and ${visibleTo(by)} and ${shownTo(by)})
      or (f.uploaded_by = ${by.personId} and not exists (select from attachments u where u.file_id = f.id)))`)
  return row
}

type Wanted = { ids: number[]; by: By; issueId: number | null; /** Also what hangs on an answer of the issue that they may read. */ ofAnswers?: boolean }

/** Those of the named files that this person's form may carry: sent with it and not yet used, or part of an answer here. */
export async function attachableFiles(db: Db, { ids, by, issueId, ofAnswers = false }: Wanted): Promise<FileLine[]> {
  if (ids.length === 0) return []
  const rows = await db.execute<{ file: FileLine }>(sql`select json_build_object(${line}) as file from files f
    where f.id in ${ids} and (
      (f.uploaded_by = ${by.personId} and f.for_issue is not distinct from ${issueId}::bigint and not exists (select from attachments u where u.file_id = f.id))
      or (${ofAnswers} and exists (select from ${hanging} where t.file_id = f.id and t.issue_id = ${issueId}::bigint and t.kind = 'answer' and ${visibleTo(by)} and ${shownTo(by)})))
    order by f.id`)
  return rows.map(({ file }) => file)
}

/** What hangs on the version of an answer that lies unfinished, or on the last one that was not issued where none does. */
export async function filesOfAnswer(db: Db, issueId: number, answer: 'draft' | 'latest') {
  const rows = await db.execute<{ file: FileLine }>(sql`select json_build_object(${line}) as file from attachments t join files f on f.id = t.file_id
    where t.answer_id = (select a.id from answers a where a.issue_id = ${issueId} ${answer === 'draft' ? sql`and a.submitted_at is null` : sql``}
      order by a.number desc limit 1) and exists (select from answers a where a.id = t.answer_id and a.issued_at is null)
    order by f.id`)
  return rows.map(({ file }) => file)
}

/** How many files of this person wait for a form to be sent: a door that takes anything must not take without end. */
export async function waitingFilesOf(db: Db, personId: number): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`select count(*)::int as n from files f
    where f.uploaded_by = ${personId} and not exists (select from attachments u where u.file_id = f.id)`)
  return row!.n
}
