import type { Step } from '#workflows/resolution/advance.ts'
import type { Intent } from '#workflows/resolution/machine.ts'
import { coordinatingOffice } from '#workflows/resolution/offices.ts'
import type { Db } from '#db/client.ts'
import type { PositionRow } from '#db/queries/issue-position.ts'
import type { Due } from '#db/queries/save-move.ts'
import { changeOfAnswerClock } from './answer-clock.server.ts'
import { runOpinionClocks } from './opinion-clocks.server.ts'
import { dueBy, policyAt, type Rules } from './rules.server.ts'
import { start, stop } from './run-clock.server.ts'
import { setAnswerClock } from './set-answer-clock.server.ts'

type ClockPlan = { due: Due | undefined; write: (db: Db) => Promise<void> }

/**
 * What a move does to the clocks of an issue: the new date due, and the rows that say why.
 * Reads first and writes later, because the date goes into the conditional update that decides who was first.
 */
export async function planClocks(db: Db, before: PositionRow, step: Step, rules: Rules): Promise<ClockPlan> {
  const has = (intent: Intent) => step.effects.includes(intent)
  const at = new Date(step.move.at)
  const writes: ((db: Db) => Promise<unknown>)[] = []
  let due: Due | undefined

  if (has('stopAcceptClock') || has('startAcceptClock')) writes.push((tx) => stop(tx, before.id, 'accept', at))
  if (has('startAcceptClock')) writes.push((tx) => start(tx, before.id, 'accept', step.to.facts.leadUnit, at, rules))
  if (has('stopAnswerClock')) writes.push((tx) => stop(tx, before.id, 'answer', at))
  if (has('startOpinionClock') || has('stopOpinionClock')) writes.push((tx) => runOpinionClocks(tx, before.id, step, rules))
  if (has('startForwardClock') || has('stopForwardClock')) writes.push((tx) => stop(tx, before.id, 'forward', at))
  if (has('startForwardClock')) writes.push((tx) => start(tx, before.id, 'forward', coordinatingOffice, at, rules))
  if (has('stopApprovalClock')) writes.push((tx) => stop(tx, before.id, 'approval', at))
  if (has('startApprovalClock')) writes.push((tx) => start(tx, before.id, 'approval', approverUnit(step), at, rules))
  if (has('stopVerdictClock')) writes.push((tx) => stop(tx, before.id, 'verdict', at))
  if (has('startVerdictClock')) {
    writes.push((tx) => stop(tx, before.id, 'verdict', at))
    writes.push((tx) => start(tx, before.id, 'verdict', null, at, rules))
  }
  if (has('restartAnswerClock')) {
    const policy = policyAt(rules, 'answer', before.deadlineClass, at)
    const { due: dueAt, dueOn } = dueBy(rules, policy, at)
    due = { dueAt, dueOn, firstDueOn: before.firstDueOn }
    writes.push((tx) => start(tx, before.id, 'answer', null, at, rules, before.deadlineClass))
  }
  if (step.move.type === 'setDeadline') {
    const set = await setAnswerClock(db, before, step.move, rules)
    due = set.due
    writes.push(set.write)
  }
  const changed = await changeOfAnswerClock(db, before, step, rules)
  if (changed) {
    due = changed.due
    writes.push(changed.write)
  }
  return {
    due,
    write: async (tx) => {
      for (const write of writes) await write(tx)
    },
  }
}

/** The leader's turn, after the head's, is no unit's. */
const approverUnit = ({ to }: Step) => (to.facts.headApprovedBy === null ? to.facts.leadUnit : null)
