import { and, sql, type SQL } from 'drizzle-orm'
import { owedStates } from '#workflows/commitment/machine.ts'
import type { By, Role } from '#workflows/resolution/actor.ts'
import { statesWith } from '#workflows/resolution/advance.ts'
import type { Db } from '#db/client.ts'
import { filled } from '#db/prepared.ts'
import { quoted } from '#db/schema/columns.ts'
import { issues } from '#db/schema/index.ts'
import { directivesVisibleTo, inDirectiveBox } from './directives.ts'
import { isOpen, pageOfIssues, type PageRequest } from './issue-pages.ts'
import { pageByOwnDate, type OwnDate } from './own-dates.ts'
import { anyoneLike, ledBy, visibleTo } from './visible-to.ts'

/** The instants a queue is measured by: now, and the end of the second working day from now. */
type Horizon = { now: Date; soon: Date }
/** `count` stops at `mostCounted` + 1: that there are more is all one wants to know then. */
type Queue = { name: QueueName | typeof elsewhere; count: number }
export const mostCounted = 1000

const inState = (...states: string[]) => sql`${issues.state} in (${quoted(states)})`
type Moments = { now: SQL; soon: SQL }
const moments = ({ now, soon }: Horizon): Moments => ({ now: sql`${now.toISOString()}::timestamptz`, soon: sql`${soon.toISOString()}::timestamptz` })
/** The same left open, for texts put together once. */
const anyMoments: Moments = { now: sql`${sql.placeholder('now')}::timestamptz`, soon: sql`${sql.placeholder('soon')}::timestamptz` }
const instants = ({ now, soon }: Horizon) => ({ now: now.toISOString(), soon: soon.toISOString() })
const mine = (by: By) => sql`${issues.leadUnit} = ${by.unit}`
/** Whose turn it is within a routed issue: work not lying with the enterprise or above the city. */
const inHand = and(isOpen, inState('received', 'routed', 'inProgress', 'awaitingApproval'))

const owed = sql`(${quoted(owedStates)})`
/** As the machine's `mayDecideSlip`: not one's own, and a head's by the coordinating office only. */
const slipsToDecide = (by: By) => sql`commitments c join commitment_slips s on s.commitment_id = c.id and s.state = 'asked'
  and s.asked_by is distinct from ${by.personId} and ${by.role === 'head' ? sql`s.asked_role <> 'head'` : sql`true`}`
/** The office's closing time of that day: a day on which nobody works ends later, which changes no order. */
const endOf = (day: SQL) => sql`(${day} + time '17:00') at time zone 'Asia/Ho_Chi_Minh'`

const queues = {
  toAccept: (by) => sql`${mine(by)} and ${inState('routed')}`,
  toApprove: (by) => sql`${mine(by)} and ${inState('awaitingApproval')}
    and ${issues.lastEditorId} is distinct from ${by.personId} and not (${issues.needsLeader} and ${issues.headApprovedBy} is not null)`,
  inProgress: (by) => sql`${mine(by)} and ${inState('inProgress')}`,
  opinions: (by) => sql`${isOpen} and ${issues.id} = any(array(
    select o.issue_id from opinions o where o.unit = ${by.unit} and o.state = 'requested'))`,
  awaitingOpinions: (by) => sql`${mine(by)} and ${inState(...statesWith('noOpinion'))}
    and ${issues.id} in (select o.issue_id from opinions o where o.state = 'requested')`,
  commitments: (by) => sql`${inState('answered', 'committed')} and ${issues.id} = any(array(
    select c.issue_id from commitments c where c.owner_unit = ${by.unit} and c.state in ${owed}))`,
  slips: (by) => sql`${inState('committed')} and ${issues.id} in (select c.issue_id from ${slipsToDecide(by)})
    and ${by.role === 'head' ? mine(by) : sql`true`}`,
  toRoute: () => sql`${inState('received')} and ${issues.handBacks} = 0`,
  handedBack: () => sql`${inState('received')} and ${issues.handBacks} > 0`,
  extensions: () => sql`${inState('inProgress')} and ${issues.extension} = 'asked'`,
  received: () => inState('received'),
  flagged: (by) => sql`${inState('awaitingApproval')} and ${issues.needsLeader} and ${issues.headApprovedBy} is not null
    and ${issues.headApprovedBy} <> ${by.personId}`,
  questions: () => inState('awaitingEnterprise'),
  verdicts: () => sql`${inState('answered', 'resolved')} and ${issues.confirmedAt} is null`,
  underway: () => isOpen,
  overdue: (by, { now }) => sql`${inHand} and ${issues.dueAt} < ${now} and ${ofUnit(by)}`,
  dueSoon: (by, { now, soon }) => sql`${inHand} and ${issues.dueAt} >= ${now} and ${issues.dueAt} <= ${soon} and ${ofUnit(by)}`,
} as const satisfies Record<string, (by: By, at: Moments) => SQL | undefined>

export type QueueName = keyof typeof queues

/** The day by which that clock of the issue runs out, looked up issue by issue: a queue of one unit or filer is short. */
const ofClock = (clock: 'accept' | 'approval' | 'enterprise') => (): OwnDate => ({
  from: sql`lateral (select c.issue_id, c.due_at from deadlines c
    where c.issue_id = ${issues.id} and c.clock = ${sql.raw(`'${clock}'`)} and c.stopped_at is null limit 1)`,
  due: sql`coalesce(own.due_at, ${issues.dueAt})`, some: true,
})

/** Queues whose work is due on a day of its own, not on that of the issue. */
const ownDates: Partial<Record<QueueName, (by: By) => OwnDate>> = {
  toAccept: ofClock('accept'),
  toApprove: ofClock('approval'),
  questions: ofClock('enterprise'),
  opinions: (by) => ({
    from: sql`(select issue_id, due_at from opinions where unit = ${by.unit} and state = 'requested')`, due: sql`own.due_at`,
  }),
  awaitingOpinions: (by) => ({
    from: sql`(select o.issue_id, min(o.due_at) as due_at from opinions o join issues l on l.id = o.issue_id
      where o.state = 'requested' and l.lead_unit = ${by.unit} group by o.issue_id)`,
    due: sql`own.due_at`,
  }),
  commitments: (by) => ({
    from: sql`(select c.issue_id, ${endOf(sql`min(c.due_on)`)} as due_at from commitments c
      where c.owner_unit = ${by.unit} and c.state in ${owed} group by c.issue_id)`,
    due: sql`own.due_at`,
  }),
  slips: (by) => ({
    from: sql`(select c.issue_id, ${endOf(sql`min(c.due_on)`)} as due_at from ${slipsToDecide(by)} group by c.issue_id)`,
    due: sql`own.due_at`,
  }),
  handedBack: () => ({
    from: sql`(select issue_id, due_at from deadlines where clock = 'forward' and stopped_at is null)`,
    // handed back before this clock was kept: by the date of the issue
    due: sql`coalesce(own.due_at, ${issues.dueAt})`, some: true,
  }),
}

/** A unit answers for what it leads; the offices around it look over the whole city. */
const ofUnit = (by: By) => (by.role === 'officer' || by.role === 'head' ? mine(by) : sql`true`)

const unitWork = ['overdue', 'dueSoon', 'toAccept', 'inProgress', 'awaitingOpinions', 'opinions', 'commitments'] as const
const queuesOf: Record<Role, readonly QueueName[]> = {
  officer: unitWork,
  head: ['overdue', 'dueSoon', 'toApprove', 'slips', 'toAccept', 'inProgress', 'awaitingOpinions', 'opinions', 'commitments'],
  coordinator: ['toRoute', 'handedBack', 'extensions', 'slips', 'overdue', 'dueSoon'],
  secretary: ['received', 'overdue', 'dueSoon'],
  leader: ['flagged', 'handedBack', 'overdue', 'dueSoon'],
  enterprise: ['questions', 'verdicts', 'underway'],
  association: ['questions', 'verdicts', 'underway'],
  auditor: [],
  admin: [],
}

export const queueNames = (role: Role) => queuesOf[role]

/** Counted with the queues and listed on a page of its own: what waits there is no issue. */
export const elsewhere = 'directives'
/** The unit owes explanations; those who asked have some to judge. */
export const directivesWaiting: Partial<Record<Role, 'open' | 'explained'>> = { head: 'open', officer: 'open', leader: 'explained', coordinator: 'explained' }

/** Queues of open issues that the person's own unit leads: one pass over one index counts them all. */
const led: readonly QueueName[] = ['overdue', 'dueSoon', 'toAccept', 'inProgress', 'toApprove', 'awaitingOpinions']
const isLed = (by: By, name: QueueName) => (by.role === 'officer' || by.role === 'head') && led.includes(name)

/** How much waits in each queue of a person's role, in one round trip. */
export async function countWork(db: Db, by: By & { role: Role }, horizon: Horizon): Promise<Queue[]> {
  const names = queueNames(by.role)
  if (names.length === 0) return []
  const { shape, open, values } = anyoneLike(by)
  const asked = filled(`work of ${shape} counted`, () => countsOf(open, names), { ...values, ...instants(horizon) })
  const [row] = await db.execute<{ counts: Record<string, number> }>(asked)
  const waiting = row?.counts[elsewhere]
  return [...names.map((name) => ({ name, count: row?.counts[name] ?? 0 })), ...(waiting ? [{ name: elsewhere, count: waiting } as const] : [])]
}

function countsOf(by: By, names: readonly QueueName[]): SQL {
  const ours = names.filter((name) => isLed(by, name))
  const count = (name: QueueName) => {
    const where = queues[name](by, anyMoments)
    const counted = ours.includes(name)
      ? sql`count(*) filter (where ${where})`
      : sql`(select count(*) from (select from ${issues} where ${and(visibleTo(by), where)} limit ${sql.raw(String(mostCounted + 1))}) q)`
    return sql`${sql.raw(`'${name}'`)}, ${counted}`
  }
  const box = by.role === 'system' ? undefined : directivesWaiting[by.role]
  const waiting = box ? [sql`'${sql.raw(elsewhere)}', (select count(*) from directives where ${directivesVisibleTo(by)} and ${inDirectiveBox(box)})`] : []
  const counts = sql`select json_build_object(${sql.join([...names.map(count), ...waiting], sql`, `)}) as counts`
  return ours.length > 0 ? sql`${counts} from ${issues} where ${ledBy(by)} and ${isOpen}` : counts
}

/** One page of a queue, the earliest due date first, its own where it has one; verdicts, which have none ahead of them, newest first. */
export function listWork(db: Db, by: By & { role: Role }, name: QueueName, horizon: Horizon, page: Omit<PageRequest, 'order'>) {
  const own = ownDates[name]?.(by)
  if (own) return pageByOwnDate(db, by, and(seenIn(name, by), queues[name](by, moments(horizon))), own, page)
  const order = name === 'verdicts' ? 'newest' : 'due'
  // the first page is what everybody opens; what is leafed to is put together anew
  if (page.cursor !== undefined) return pageOfIssues(db, and(seenIn(name, by), queues[name](by, moments(horizon))), { ...page, order })
  const { shape, open, values } = anyoneLike(by)
  const kept = { name: `${name} of ${shape}`, values: { ...values, ...instants(horizon) } }
  return pageOfIssues(db, () => and(seenIn(name, open), queues[name](open, anyMoments)), { ...page, order }, { kept })
}

const seenIn = (name: QueueName, by: By) => (isLed(by, name) ? and(ledBy(by), isOpen) : visibleTo(by))
