import { isExpected } from '#app/http/errors.ts'
import { log } from '#app/http/log.ts'
import type { Db } from '#db/client.ts'
import { overdueForClock, waitingAtOnce, type Waiting } from '#db/queries/waiting-for-clock.ts'
import { system } from '#workflows/resolution/actor.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'
import { moveIssue } from './move-issue.server.ts'

function moveFor({ for: what, unit }: Waiting): MoveInput {
  switch (what) {
    case 'enterprise':
      return { type: 'resume', note: undefined }
    case 'verdict':
      return { type: 'close', note: undefined }
    case 'opinion':
      return { type: 'noOpinion', unit: unit ?? '' }
  }
}

/**
 * Makes the moves that only time makes: work goes on when the enterprise's bound is reached, an issue is closed when the
 * time to dispute is over, an opinion that did not come is recorded as missing. Returns how many. Two workers, or a
 * worker and a person, may try the same one: the version lets one through and the other finds nothing left to do.
 */
export async function moveByClock(db: Db, now = new Date()): Promise<number> {
  let moved = 0
  for (;;) {
    const waiting = await overdueForClock(db, now)
    const before = moved
    const versions = new Map<number, number>()
    for (const one of waiting) {
      const after = await attempt(db, { ...one, version: versions.get(one.id) ?? one.version }, now)
      if (after === undefined) continue
      moved += 1
      // several units may have been silent on one issue, each a move of its own
      versions.set(one.id, after)
    }
    if (waiting.length < waitingAtOnce || moved === before) return moved
  }
}

async function attempt(db: Db, waiting: Waiting, now: Date): Promise<number | undefined> {
  const { id, version } = waiting
  try {
    return (await moveIssue(db, { id, version, move: moveFor(waiting), by: system, at: now })).version
  } catch (error) {
    // one that cannot be moved must not hold up the others, which come after it in every round
    if (!isExpected(error)) log.error({ err: error, issueId: id }, 'a move of the clock failed')
    return undefined
  }
}
