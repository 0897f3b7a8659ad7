import type { Db } from '#db/client.ts'
import type { PositionRow } from '#db/queries/issue-position.ts'
import type { Step } from '#workflows/resolution/advance.ts'
import type { Facts } from '#workflows/resolution/facts.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'
import { requireSeenText } from './bind-approval.server.ts'
import { requireOpenCluster } from './check-cluster.server.ts'
import { requirePossibleDay } from './check-deadline.server.ts'
import { requireBoundedExtension } from './check-extension.server.ts'
import { requireOpinionsMinded } from './check-opinions.server.ts'
import { requireOwnPassages } from './check-passages.server.ts'
import { requireSoundPromise } from './check-promises.server.ts'
import type { Rules } from './rules.server.ts'

type Passed = { row: PositionRow; facts: Facts; move: MoveInput; step: Step; rules: Rules }

/**
 * Asked when the machine has let a move pass: what only the calendar or other rows can say of its fields. Not for the
 * machine, which has neither, nor for its schemas, by which logs of earlier days must still be read.
 */
export async function requireFitting(db: Db, { row, facts, move, step, rules }: Passed): Promise<void> {
  const at = new Date(step.move.at)
  await requireOpinionsMinded(db, { issueId: row.id, facts, move, at, rules })
  requireBoundedExtension(move, at, rules)
  requirePossibleDay(move, row, rules.calendar)
  requireSeenText(move, step.move)
  await requireOwnPassages(db, row, move)
  await requireOpenCluster(db, move, step.move.by)
  await requireSoundPromise(db, row.id, move, at, rules.calendar)
}
