import { and, asc, eq, sql, type SQL } from 'drizzle-orm'
import type { By } from '#workflows/resolution/actor.ts'
import type { Facts } from '#workflows/resolution/facts.ts'
import type { Db } from '#db/client.ts'
import { prepared } from '#db/prepared.ts'
import { issues } from '#db/schema/index.ts'
import { anyoneLike, visibleTo } from './visible-to.ts'

// Spelled out: in a select from one table Drizzle writes a column without its table, and the inner table's id would win.
const commitmentsOf = sql<Facts['commitments']>`coalesce((select json_agg(json_build_object(
  'number', c.number, 'ownerUnit', c.owner_unit, 'state', c.state,
  'slipAskedBy', (select json_build_object('personId', s.asked_by, 'role', s.asked_role) from commitment_slips s
    where s.commitment_id = c.id and s.state = 'asked'),
  'replaced', exists (select from commitments r where r.issue_id = c.issue_id and r.replaces = c.number)) order by c.number)
  from commitments c where c.issue_id = issues.id), '[]')`
const unitsOf = sql<string[]>`array(select u.unit from issue_coordinating_units u where u.issue_id = issues.id order by 1)`
// each unit once, in the order of asking, as the machine keeps them: of two asked, one may have succeeded the other
const opinionsOf = sql<string[]>`array(select o.unit from opinions o where o.issue_id = issues.id and o.state = 'requested' group by o.unit order by min(o.id))`
const silentOf = sql<string[]>`array(select o.unit from opinions o where o.issue_id = issues.id and o.state = 'noOpinion'
  and o.given_at is null and not exists (select from opinions later where later.issue_id = issues.id and later.unit = o.unit and later.id > o.id))`
const clusterOf = sql<number | null>`(select m.cluster_id::int from cluster_members m where m.issue_id = issues.id)`

const columns = {
  id: issues.id,
  code: issues.code,
  version: issues.version,
  lastHash: issues.lastHash,
  state: issues.state,
  conferenceId: issues.conferenceId,
  commentId: issues.commentId,
  channel: issues.channel,
  filedBy: issues.filedBy,
  text: issues.text,
  group: issues.group,
  topic: issues.topic,
  suggestion: issues.suggestion,
  deadlineClass: issues.deadlineClass,
  handlerId: issues.handlerId,
  receivedAt: issues.receivedAt,
  acceptedAt: issues.acceptedAt,
  dueAt: issues.dueAt,
  firstDueOn: issues.firstDueOn,
  firstAnsweredAt: issues.firstAnsweredAt,
  answeredAt: issues.answeredAt,
  resolvedAt: issues.resolvedAt,
  confirmedAt: issues.confirmedAt,
  enterpriseId: issues.enterpriseId,
  associationId: issues.associationId,
  track: issues.track,
  leadUnit: issues.leadUnit,
  needsLeader: issues.needsLeader,
  handBacks: issues.handBacks,
  handedBackBy: issues.handedBackBy,
  competenceDecided: issues.competenceDecided,
  lastEditorId: issues.lastEditorId,
  pending: issues.pending,
  headApprovedBy: issues.headApprovedBy,
  extension: issues.extension,
  answeredOnTheSpot: issues.answeredOnTheSpot,
  reopenings: issues.reopenings,
  reopenUntil: issues.reopenUntil,
  coordinatingUnits: unitsOf,
  openOpinions: opinionsOf,
  silentOpinions: silentOf,
  commitments: commitmentsOf,
  cluster: clusterOf,
}

export type PositionRow = NonNullable<Awaited<ReturnType<typeof issuePosition>>>['row']

/** One issue with everything the machine asks about, within what the person may see; `undefined` otherwise. */
export async function issuePosition(db: Db, id: number, by: By) {
  return positionAt(db, 'id', id, by)
}

/** The same by what stands in an address: a code or a number; `undefined` also when it can be neither. */
export async function positionOf(db: Db, codeOrId: string, by: By) {
  const asked = keyIn(codeOrId)
  return asked && positionAt(db, asked.key, asked.value, by)
}

async function positionAt(db: Db, key: 'id' | 'code', value: number | string, by: By) {
  const { shape, open, values } = anyoneLike(by)
  const query = prepared(db, `position by ${key} for ${shape}`, () =>
    db.select(columns).from(issues).where(and(eq(issues[key], sql.placeholder('value')), visibleTo(open))),
  )
  const [row] = await query.execute({ ...values, value })
  return row && { row, state: row.state, facts: factsOf(row) }
}

/** The same of several issues, in the order of the register. */
export async function positionsWhere(db: Db, where: SQL, by: By) {
  const rows = await db.select(columns).from(issues).where(and(where, visibleTo(by))).orderBy(asc(issues.id))
  return rows.map((row) => ({ row, state: row.state, facts: factsOf(row) }))
}

type FactColumns = Omit<Facts, 'confirmed' | 'reopenUntil'> & { confirmedAt: Date | null; reopenUntil: Date | null }

const factsOf = (row: FactColumns): Facts => ({
  enterpriseId: row.enterpriseId,
  associationId: row.associationId,
  track: row.track,
  leadUnit: row.leadUnit,
  coordinatingUnits: row.coordinatingUnits,
  needsLeader: row.needsLeader,
  deadlineClass: row.deadlineClass,
  handedBackBy: row.handedBackBy,
  handBacks: row.handBacks,
  competenceDecided: row.competenceDecided,
  lastEditorId: row.lastEditorId,
  pending: row.pending,
  headApprovedBy: row.headApprovedBy,
  extension: row.extension,
  openOpinions: row.openOpinions,
  silentOpinions: row.silentOpinions,
  commitments: row.commitments,
  cluster: row.cluster,
  answeredOnTheSpot: row.answeredOnTheSpot,
  confirmed: row.confirmedAt !== null,
  reopenings: row.reopenings,
  reopenUntil: row.reopenUntil?.toISOString() ?? null,
})

function keyIn(codeOrId: string) {
  if (/^\d{1,15}$/.test(codeOrId)) return { key: 'id' as const, value: Number(codeOrId) }
  return /^[\dA-Za-z-]{1,40}$/.test(codeOrId) ? { key: 'code' as const, value: codeOrId } : undefined
}

/** The id behind a code or a number as written in an address; `undefined` when it can be neither. */
export async function issueIdOf(db: Db, codeOrId: string, by: By): Promise<number | undefined> {
  const asked = keyIn(codeOrId)
  if (!asked) return undefined
  const [row] = await db.select({ id: issues.id }).from(issues).where(and(eq(issues[asked.key], asked.value), visibleTo(by)))
  return row?.id
}
