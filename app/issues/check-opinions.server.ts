import { Invalid, Refused } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { lastUrge } from '#db/queries/urges.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import type { Facts } from '#workflows/resolution/facts.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'
import { closesOverOpinions } from '#workflows/resolution/opinions.ts'
import { wrongOpinionDay } from './opinion-clocks.server.ts'
import type { Rules } from './rules.server.ts'

type Request = { issueId: number; facts: Facts; move: MoveInput; at: Date; rules: Rules }

/**
 * What asks for the calendar or for more than the issue itself, and so cannot be the machine's: the day of an opinion,
 * a reason by name for ending work while opinions are out (older logs have none and must replay), one urging a day.
 */
export async function requireOpinionsMinded(db: Db, { issueId, facts, move, at, rules }: Request): Promise<void> {
  if (move.type === 'requestOpinion' && move.dueOn !== undefined) {
    const wrong = wrongOpinionDay(move.dueOn, at, rules)
    if (wrong) throw new Invalid({ dueOn: wrong })
  }
  if (closesOverOpinions(facts, move.type) && !('overOpenOpinions' in move && move.overOpenOpinions)) {
    throw new Invalid({ overOpenOpinions: { key: 'opinions:overOpen', params: { count: facts.openOpinions.length } } })
  }
  if (move.type === 'urge' && (await lastUrge(db, issueId, move.unit)) === localDate(at, rules.calendar)) {
    throw new Refused({ key: 'opinions:urgedToday' })
  }
}
