import { isExpected } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { overdueForClock, type Waiting } from '#db/queries/waiting-for-clock.ts'
import { system } from '#workflows/resolution/actor.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'
import { moveIssue } from './move-issue.server.ts'

const moveFor: Record<Waiting['for'], MoveInput> = {
  enterprise: { type: 'resume', note: undefined },
  verdict: { type: 'close', note: undefined },
}

/**
 * Makes the moves that only time makes: work goes on when the enterprise's bound is reached, an issue is closed when the
 * time to dispute is over. Returns how many. Two workers, or a worker and a person, may try the same one: the version
 * lets one through and the other finds nothing left to do.
 */
export async function moveByClock(db: Db, now = new Date()): Promise<number> {
  let moved = 0
  for (const { id, version, for: what } of await overdueForClock(db, now)) {
    try {
      await moveIssue(db, { id, version, move: moveFor[what], by: system, at: now })
      moved += 1
    } catch (error) {
      if (!isExpected(error)) throw error
    }
  }
  return moved
}
