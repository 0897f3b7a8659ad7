import { inArray } from 'drizzle-orm'
import { Invalid } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { groups, topics, units } from '#db/schema/index.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'

/** Units, group and topic named by a move must exist: a wrong code is a wrong field, told where it stands. */
export async function requireUsableUnits(db: Db, move: MoveInput): Promise<void> {
  const named = Object.entries(unitFields(move))
  const codes = [...new Set(named.flatMap(([, code]) => code))]
  const known = new Set(
    codes.length ? (await db.select({ code: units.code }).from(units).where(inArray(units.code, codes))).map((row) => row.code) : [],
  )
  const wrong = named.filter(([, list]) => list.some((code) => !known.has(code))).map(([field]) => field)
  if ('group' in move && move.group && !(await exists(db, groups, move.group))) wrong.push('group')
  if ('topic' in move && move.topic && !(await exists(db, topics, move.topic))) wrong.push('topic')
  if (wrong.length) {
    throw new Invalid(Object.fromEntries(wrong.map((field) => [field, { key: 'common:fields.unknownChoice' }])))
  }
}

const exists = async (db: Db, table: typeof groups | typeof topics, code: string) =>
  (await db.select({ code: table.code }).from(table).where(inArray(table.code, [code]))).length > 0

function unitFields(move: MoveInput): Record<string, string[]> {
  switch (move.type) {
    case 'route':
    case 'reroute':
      return { leadUnit: [move.leadUnit], coordinatingUnits: move.coordinatingUnits }
    case 'answerOnTheSpot':
      return { leadUnit: [move.leadUnit] }
    case 'handBack':
      return { competentUnit: [move.competentUnit] }
    case 'requestOpinion':
      return move.unit === undefined ? { units: move.units } : { units: move.units, unit: [move.unit] }
    case 'urge':
    case 'cancelOpinion':
      return { unit: [move.unit] }
    case 'commit':
      return { ownerUnit: [move.ownerUnit] }
    case 'transferUnit':
      return { from: [move.from], to: [move.to] }
    default:
      return {}
  }
}
