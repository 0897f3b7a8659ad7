import type { By } from './actor.ts'
import type { Facts } from './facts.ts'

/** Internal notes are for those who work on an issue: its units and the coordinating office. They move nothing. */
export function mayWriteNote({ leadUnit, coordinatingUnits }: Pick<Facts, 'leadUnit' | 'coordinatingUnits'>, { role, unit }: By): boolean {
  if (role === 'coordinator') return true
  return (role === 'officer' || role === 'head') && unit !== null && (unit === leadUnit || coordinatingUnits.includes(unit))
}
