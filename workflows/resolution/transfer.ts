import { owed } from '#workflows/commitment/promises.ts'
import type { Facts } from './facts.ts'

type Transfer = { from: string; to: string }

/** Whether something of this issue still waits for that unit: the lead, an opinion, a promise, or work beside the lead. */
export const concerns = (facts: Facts, unit: string): boolean =>
  facts.leadUnit === unit ||
  facts.coordinatingUnits.includes(unit) ||
  facts.openOpinions.includes(unit) ||
  owed(facts.commitments).some((one) => one.ownerUnit === unit)

/** The successor takes the place of the unit in all that is open; what the unit did, said or kept stays under its name. */
export function transferred(facts: Facts, { from, to }: Transfer): Partial<Facts> {
  const leadUnit = facts.leadUnit === from ? to : facts.leadUnit
  const others = (units: string[]) => [...new Set(units.map((unit) => (unit === from ? to : unit)))]
  const open = owed(facts.commitments).map((one) => one.number)
  return {
    leadUnit,
    coordinatingUnits: others(facts.coordinatingUnits).filter((unit) => unit !== leadUnit).sort(),
    openOpinions: others(facts.openOpinions),
    commitments: facts.commitments.map((one) =>
      one.ownerUnit === from && open.includes(one.number) ? { ...one, ownerUnit: to } : one,
    ),
  }
}
