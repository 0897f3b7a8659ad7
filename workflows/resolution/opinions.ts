import { opinionAfter, type Opinion } from '#workflows/opinion/machine.ts'
import type { Facts, Move } from './facts.ts'

type OpinionFacts = Pick<Facts, 'openOpinions' | 'silentOpinions'>

const opinionsIn = ({ openOpinions, silentOpinions }: OpinionFacts): Opinion[] => [
  ...openOpinions.map((unit): Opinion => ({ unit, state: 'requested', unheard: true })),
  ...silentOpinions.map((unit): Opinion => ({ unit, state: 'noOpinion', unheard: true })),
]

type OpinionMoveName = 'giveOpinion' | 'noOpinion' | 'cancelOpinion'

/** Whether one of the opinions asked for admits this, of that unit; without a unit, of any. */
export const admitsOpinion = (facts: OpinionFacts, type: OpinionMoveName, unit?: string | null) =>
  opinionsIn(facts).some((one) => (unit === undefined || one.unit === unit) && opinionAfter(one, { type, unit: one.unit }))

/** The facts after every opinion has met the move; a unit that was silent and is asked again is open anew. */
export function opinionsAfter(facts: OpinionFacts, type: OpinionMoveName, unit: string | null): OpinionFacts {
  const after = opinionsIn(facts).map((one) => opinionAfter(one, { type, unit }) ?? one)
  const unitsIn = (state: Opinion['state']) => after.filter((one) => one.state === state && one.unheard).map((one) => one.unit)
  return { openOpinions: unitsIn('requested'), silentOpinions: unitsIn('noOpinion') }
}

export function opinionsAsked(facts: OpinionFacts, units: readonly string[]): OpinionFacts {
  return {
    openOpinions: [...new Set([...facts.openOpinions, ...units])],
    silentOpinions: facts.silentOpinions.filter((unit) => !units.includes(unit)),
  }
}

/** Units asked by a move: several in one question; in older records and by the API also a single one. */
export const unitsAsked = ({ units = [], unit }: { units?: readonly string[]; unit?: string }): string[] => [
  ...new Set([...units, ...(unit === undefined ? [] : [unit])]),
]

/** Whether a move ends the unit's own work on an issue while opinions are still out, which wants a reason by name. */
export const closesOverOpinions = (facts: OpinionFacts & Pick<Facts, 'leadUnit'>, type: Move['type']) =>
  facts.leadUnit !== null && facts.openOpinions.length > 0 && ['submitAnswer', 'refuse', 'handBack'].includes(type)

/** Units whose open opinion a move took back unheard; to pass it on to a successor takes nothing back. */
export function unitsReleased(step: { from: { facts: OpinionFacts }; to: { facts: OpinionFacts }; move: Pick<Move, 'type'> }): string[] {
  if (['giveOpinion', 'noOpinion', 'transferUnit'].includes(step.move.type)) return []
  return step.from.facts.openOpinions.filter((unit) => !step.to.facts.openOpinions.includes(unit))
}
