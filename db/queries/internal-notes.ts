import { sql, type SQL } from 'drizzle-orm'
import type { By, Role } from '#workflows/resolution/actor.ts'
import type { Db } from '#db/client.ts'
import { insideFor } from './visible-to.ts'

export type InternalNote = { id: number; text: string; author: string; onBehalfOf: string | null; role: Role; unit: string | null; shared: boolean; at: string }

type NoteColumns = { shared: SQL; unit: SQL; issueId: SQL }
const n: NoteColumns = { shared: sql`n.shared`, unit: sql`n.unit`, issueId: sql`n.issue_id` }

/**
 * Which notes of an issue they see a person reads. Those who filed it none at all. The lead unit reads every one, a unit
 * that takes part its own and those shared with it, the offices above every one.
 */
export const noteReadBy = (by: By, of: NoteColumns): SQL =>
  insideFor(by, sql`(${of.shared} or ${of.unit} = ${by.unit} or exists (select from issues led where led.id = ${of.issueId} and led.lead_unit = ${by.unit}))`)

/** As JSON, first to last; for the query that reads an issue's parts. */
export const notesOf = (issueId: unknown, by: By): SQL =>
  sql`(select coalesce(json_agg(json_build_object('id', n.id, 'text', n.text, 'author', n.author_name, 'onBehalfOf', n.on_behalf_of,
    'role', n.role, 'unit', n.unit_name, 'shared', n.shared, 'at', n.at) order by n.id), '[]')
    from internal_notes n where n.issue_id = ${issueId} and ${noteReadBy(by, n)})`

/** The same alone. That the person sees the issue is the caller's to know. */
export async function notesRead(db: Db, issueId: number, by: By): Promise<InternalNote[]> {
  const [row] = await db.execute<{ notes: InternalNote[] }>(sql`select ${notesOf(issueId, by)} as notes`)
  return row?.notes ?? []
}
