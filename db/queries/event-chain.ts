import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { IssueState } from '#workflows/resolution/states.ts'
import { inChunks } from './in-chunks.ts'

/** Everything an event says, but for its hash. Dates are ISO instants. */
export type EventContent = {
  issueId: number
  seq: number
  move: string
  from: IssueState | null
  to: IssueState
  at: string
  personId: number | null
  personName: string | null
  role: string
  onBehalfOf: string | null
  unit: string | null
  /** As the unit was called then, for good. */
  unitName: string | null
  note: string | null
  payload: Record<string, unknown>
  previousHash: string
  leadUnit: string | null
  group: string | null
  topic: string | null
  dueAt: string | null
  answeredAt: string | null
  resolvedAt: string | null
  confirmedAt: string | null
}

export const firstHash = '0'.repeat(64)

/** Keys sorted at every depth: jsonb keeps no order, and a hash must not depend on one. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  let text = ''
  for (const key of Object.keys(value).sort()) {
    const one = (value as Record<string, unknown>)[key]
    if (one !== undefined) text += `${text && ','}${JSON.stringify(key)}:${canonicalJson(one)}`
  }
  return `{${text}}`
}

/** SHA-256 over the event and the hash before it, so that a change anywhere breaks every later link. */
export const hashOf = (event: EventContent) => createHash('sha256').update(canonicalJson(event)).digest('hex')

export type SealedEvent = { content: EventContent; hash: string }

export const appendEvent = (db: Db, event: EventContent, hash: string) => appendEvents(db, [{ content: event, hash }])

/** One parameter whatever their number: a changed calendar appends a hundred thousand at once. */
export async function appendEvents(db: Db, events: SealedEvent[]): Promise<void> {
  await inChunks(events, 500, (chunk) =>
    db.execute(sql`insert into issue_events
      (issue_id, seq, move, from_state, to_state, at, person_id, person_name, role, on_behalf_of, unit, unit_name, note, payload,
       previous_hash, hash, lead_unit, group_code, topic_code, due_at, answered_at, resolved_at, confirmed_at)
      select "issueId", seq, move, "from", "to", at, "personId", "personName", role, "onBehalfOf", unit, "unitName", note, payload,
        "previousHash", hash, "leadUnit", "group", topic, "dueAt", "answeredAt", "resolvedAt", "confirmedAt"
      from jsonb_to_recordset(${JSON.stringify(chunk.map(({ content, hash }) => ({ ...content, hash })))}::jsonb) as e
        ("issueId" bigint, seq int, move text, "from" text, "to" text, at timestamptz, "personId" bigint, "personName" text, role text,
         "onBehalfOf" text, unit text, "unitName" text, note text, payload jsonb, "previousHash" text, hash text, "leadUnit" text,
         "group" text, topic text, "dueAt" timestamptz, "answeredAt" timestamptz, "resolvedAt" timestamptz, "confirmedAt" timestamptz)`),
  )
}
