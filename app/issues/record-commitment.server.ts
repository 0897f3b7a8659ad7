import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { commitments, commitmentSlips, memberships, people } from '#db/schema/index.ts'
import { fulfilled } from '#workflows/resolution/changes.ts'
import type { Step } from '#workflows/resolution/advance.ts'
import type { Move } from '#workflows/resolution/facts.ts'

type Of<T extends Move['type']> = Extract<Move, { type: T }>

/** The rows a move leaves of what was promised. The states are those the machine left in the facts; only dates and words are added. */
export async function recordCommitment(db: Db, issueId: number, step: Step): Promise<void> {
  const { move } = step
  const at = new Date(move.at)
  switch (move.type) {
    case 'commit':
      return promise(db, issueId, move, step.to.facts.commitments.length)
    case 'slip':
      return askSlip(db, issueId, move, at)
    case 'grantSlip':
      await decideSlip(db, issueId, move, { state: 'granted', toOn: move.dueOn })
      return change(db, issueId, move.commitment, { state: stateOf(step, move.commitment), dueOn: move.dueOn })
    case 'declineSlip':
      return decideSlip(db, issueId, move, { state: 'declined' })
    case 'break':
      await lapse(db, issueId, move.commitment, at)
      return change(db, issueId, move.commitment, { state: stateOf(step, move.commitment), brokenAt: at, brokenBecause: move.note })
    case 'fulfil': {
      const number = numberFulfilled(step, move)
      if (number === undefined) return
      await lapse(db, issueId, number, at)
      const { evidence, evidenceUrl } = move
      return change(db, issueId, number, { state: stateOf(step, number), evidence, evidenceUrl, doneAt: at })
    }
    case 'confirmSolved':
      await db.update(commitments).set({ state: 'confirmed' }).where(and(eq(commitments.issueId, issueId), eq(commitments.state, 'done')))
  }
}

/** The name given is that of a colleague in the owner unit, or it stays words: two of one name are told apart by nobody. */
async function promise(db: Db, issueId: number, { text, ownerUnit, responsible, dueOn, replaces, saidAt }: Of<'commit'>, number: number) {
  const namesakes = db.selectDistinct({ id: people.id }).from(people).innerJoin(memberships, eq(memberships.personId, people.id))
    .where(and(eq(people.name, responsible ?? ''), eq(memberships.unit, ownerUnit)))
  const found = responsible ? await namesakes : []
  const responsibleId = found.length === 1 ? found[0]!.id : null
  await db.insert(commitments).values({ issueId, number, text, ownerUnit, responsible, responsibleId, firstDueOn: dueOn, dueOn, replaces, saidAt: saidAt ? new Date(saidAt) : null })
}

async function askSlip(db: Db, issueId: number, { commitment, dueOn, note, by }: Of<'slip'>, at: Date) {
  await lapse(db, issueId, commitment, at)
  await db.execute(sql`insert into commitment_slips (commitment_id, number, from_on, to_on, reason, asked_by, asked_role, asked_at)
    select c.id, (select count(*) + 1 from commitment_slips s where s.commitment_id = c.id), c.due_on, ${dueOn}, ${note},
      ${by.personId}::bigint, ${by.role}, ${at.toISOString()}
    from commitments c where c.issue_id = ${issueId} and c.number = ${commitment}`)
}

type Decision = { state: 'granted' | 'declined'; toOn?: string }

async function decideSlip(db: Db, issueId: number, { commitment, note, by, at }: Of<'grantSlip' | 'declineSlip'>, decision: Decision) {
  const decided = { decidedBy: by.personId, decidedAt: new Date(at), decisionNote: note ?? null }
  await db.update(commitmentSlips).set({ ...decision, ...decided }).where(pendingOf(issueId, commitment))
}

const lapse = (db: Db, issueId: number, number: number, at: Date) =>
  db.update(commitmentSlips).set({ state: 'lapsed', decidedAt: at }).where(pendingOf(issueId, number))

const pendingOf = (issueId: number, number: number) => sql`${commitmentSlips.state} = 'asked' and ${commitmentSlips.commitmentId} =
  (select c.id from commitments c where c.issue_id = ${issueId} and c.number = ${number})`

async function change(db: Db, issueId: number, number: number, values: Partial<typeof commitments.$inferInsert>): Promise<void> {
  await db.update(commitments).set(values).where(and(eq(commitments.issueId, issueId), eq(commitments.number, number)))
}

const stateOf = (step: Step, number: number) => step.to.facts.commitments.find((one) => one.number === number)?.state

function numberFulfilled(step: Step, move: Of<'fulfil'>): number | undefined {
  const before = step.from.facts.commitments
  return fulfilled(step.from.facts, move).find((one, at) => one.state !== before[at]?.state)?.number
}
