import { fold } from '#workflows/text/fold.ts'
import type { District, RoutingUnit } from './types.ts'

export type UnitIndex = Map<string, RoutingUnit>

const validOn = (unit: RoutingUnit, on: string) =>
  (unit.validFrom === null || unit.validFrom <= on) && (unit.validTo === null || on <= unit.validTo)

/**
 * The unit that stands in for `code` on that day: itself, or the first of its successors that is in being.
 * A unit that was not founded yet has none: who held its work before cannot be told from the table.
 */
export function unitOn(code: string, on: string, units: UnitIndex, seen: string[] = []): string | undefined {
  const unit = units.get(code)
  if (!unit || seen.includes(code)) return undefined
  if (validOn(unit, on)) return code
  if (unit.validTo === null || on <= unit.validTo) return undefined
  for (const successor of unit.successors) {
    const found = unitOn(successor, on, units, [...seen, code])
    if (found) return found
  }
  return undefined
}

/** Whether two codes are one unit, or one took over from the other, however many steps lie between. */
export function sameLine(a: string, b: string, units: UnitIndex): boolean {
  return a === b || reaches(a, b, units) || reaches(b, a, units)
}

function reaches(from: string, to: string, units: UnitIndex, seen: string[] = []): boolean {
  const next = units.get(from)?.successors ?? []
  return next.some((code) => code === to || (!seen.includes(code) && reaches(code, to, units, [...seen, code])))
}

const kindsEn: Record<string, string> = { quận: 'District', huyện: 'District', 'thị xã': 'Town' }

/** «huyện Thường Tín» → kind «huyện», name «Thường Tín». */
export function districtParts(nameVi: string): { kind: string; name: string } {
  const [, kind = '', name = nameVi] = nameVi.match(/^(quận|huyện|thị xã)\s+(.+)$/iu) ?? []
  return { kind: kind.toLowerCase(), name }
}

export const districtUnitCode = (nameVi: string): string =>
  `UBND-${fold(districtParts(nameVi).name).replace(/[^a-z0-9]/g, '').toUpperCase()}`

/** The People's Committee of each district, ended on 30 June 2025 when the district level was abolished. */
export function districtUnits(districts: District[]): Required<RoutingUnit>[] {
  return districts.map(({ nameVi }) => {
    const { kind, name } = districtParts(nameVi)
    const plain = fold(name).replace(/(^|\s)\S/g, (letter) => letter.toUpperCase())
    return {
      code: districtUnitCode(nameVi),
      nameVi: `UBND ${kind} ${name}`,
      nameEn: `People's Committee of ${plain} ${kindsEn[kind] ?? 'District'}`,
      kind: 'dia_phuong',
      parent: 'UBND-QH',
      validFrom: null,
      validTo: '2025-06-30',
      successors: ['UBND-XP'],
    }
  })
}

/** The district's committee counts as the district level as a whole. */
export const genericUnit = (code: string, units: UnitIndex): string => units.get(code)?.parent ?? code
