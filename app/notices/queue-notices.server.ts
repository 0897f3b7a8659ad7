import { sql, type SQL } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'
import type { PositionRow } from '#db/queries/issue-position.ts'
import type { By } from '#workflows/resolution/actor.ts'
import type { Step } from '#workflows/resolution/advance.ts'
import type { Intent } from '#workflows/resolution/machine.ts'
import { unitsAsked, unitsReleased } from '#workflows/resolution/opinions.ts'

/** Mail is written down only where a server is set: turning mail on later must not send last year's letters. */
export const mailOn = () => Boolean(process.env.SMTP_URL)

const quarter = 15 * 60_000

/** Not at once: all that a sweep finds for a person, in several workers even, leaves in one letter at the same quarter. */
export const letterTime = (began: Date) => new Date(Math.ceil((began.getTime() + quarter / 3) / quarter) * quarter)

/**
 * One row for each person a move concerns, and for whoever stands in for them, within the move's transaction; never for the person who made it.
 * The kind is «filer.approve» or «staff.approve»: the same move reads differently on the two sides of the counter.
 */
export async function queueNotices(db: Db, before: PositionRow, step: Step): Promise<void> {
  const to = step.effects.map((effect) => recipients(effect, before, step)).filter((one) => one !== undefined)
  const at = new Date(step.move.at)
  if (to.length > 0) await insertFor(db, sql.join(to, sql` or `), step.move.by, before.id, step.move.type, at, before.code)
  const released = step.effects.includes('tellReleasedUnits') ? unitsReleased(step) : []
  // whatever move it was that ended their part, to them it says that their opinion is no longer asked
  if (released.length > 0) await insertFor(db, atUnits(released), step.move.by, before.id, 'cancelOpinion', at, before.code)
}

/** A new issue is told to the coordinating office, which has to route it; an annex's are told as a whole. */
export const noticesOfRaised = (issueId: number, issue: { channel: string }, by: Actor | By, at: Date): SQL | undefined =>
  issue.channel === 'annex' ? undefined : noticesFor(sql`m.role = 'coordinator'`, by, issueId, 'receive', at, sql`(select code from entry)`)

async function insertFor(db: Db, who: SQL, by: By, issueId: number, kind: string, at: Date, code: string) {
  await db.execute(noticesFor(who, by, issueId, kind, at, sql`${code}::text`))
  await wakeMailers(db)
}

/** Wakes the workers at commit; only where there is mail, because commits that notify wait for one another. */
export async function wakeMailers(db: Db) {
  if (mailOn()) await db.execute(sql`select pg_notify('notices', '')`)
}

function noticesFor(who: SQL, by: By, issueId: number, kind: string, at: Date, code: SQL): SQL {
  const instant = at.toISOString()
  const today = sql`(${instant}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date`
  return sql`insert into notices (person_id, issue_id, kind, params, created_at, mail_at)
    select distinct on (told.person_id) told.person_id, ${issueId}::bigint,
      case when told.role in ('enterprise', 'association') then 'filer.' else 'staff.' end || ${kind}::text,
      jsonb_build_object('code', ${code}), ${instant}::timestamptz, case when ${mailOn()}::boolean then ${instant}::timestamptz end
    from (
      with meant as (select m.id, m.person_id, m.role from memberships m join people p on p.id = m.person_id where p.disabled_at is null and (${who}))
      select person_id, role from meant
      union all select s.person_id, meant.role from meant join stand_ins(${today}) s on s.membership_id = meant.id where s.acts
    ) told
    where told.person_id is distinct from ${by.personId}::bigint`
}

const atUnit = (unit: string | null, roles: SQL = sql`('officer', 'head')`) =>
  unit === null ? undefined : sql`(m.unit = ${unit} and m.role in ${roles})`

const atUnits = (units: string[]) => sql.join(units.map((unit) => sql`(m.unit = ${unit} and m.role in ('officer', 'head'))`), sql` or `)

function recipients(effect: Intent, before: PositionRow, { move, to }: Step): SQL | undefined {
  const { facts } = to
  switch (effect) {
    case 'tellLeadUnit':
      return before.handlerId !== null && before.leadUnit === facts.leadUnit
        ? sql`(p.id = ${before.handlerId} or (m.unit = ${facts.leadUnit} and m.role = 'head'))`
        : atUnit(facts.leadUnit)
    case 'tellFormerUnit':
      return atUnit(before.leadUnit)
    case 'tellApprover':
      return atUnit(facts.leadUnit, sql`('head')`)
    case 'tellAskedUnit':
      return move.type === 'requestOpinion' ? atUnits(unitsAsked(move)) : move.type === 'noOpinion' ? atUnit(move.unit) : undefined
    case 'tellUrgedUnit':
      return move.type === 'urge' ? atUnit(move.unit) : undefined
    case 'tellOwnerUnit':
      return 'commitment' in move || move.type === 'commit' ? atUnit(ownerIn(move, facts)) : undefined
    case 'tellOffice':
      return sql`m.role = 'coordinator'`
    case 'tellLeader':
      return sql`m.role = 'leader'`
    case 'tellDrafter':
      return facts.lastEditorId === null ? undefined : sql`p.id = ${facts.lastEditorId}`
    case 'tellFiler':
      return facts.associationId !== null
        ? sql`(m.association_id = ${facts.associationId} and m.role = 'association')`
        : facts.enterpriseId !== null
          ? sql`(m.enterprise_id = ${facts.enterpriseId} and m.role = 'enterprise')`
          : undefined
    default:
      return undefined
  }
}

const ownerIn = (move: Step['move'], { commitments }: Step['to']['facts']) =>
  move.type === 'commit'
    ? move.ownerUnit
    : (commitments.find((one) => 'commitment' in move && one.number === move.commitment)?.ownerUnit ?? null)
