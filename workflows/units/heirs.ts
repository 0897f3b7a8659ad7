import { foldWords } from '#workflows/text/fold.ts'

export type Heir = { code: string; nameVi: string }
/** Where a matter lies, in the words of the register, from the surest to the vaguest. */
export type Places = { zone: string | null; zoneDistrict: string | null; district: string | null; text: string }
export type Proposal = { code: string; reason: { key: 'onlyHeir' } | { key: 'zone' | 'zoneDistrict' | 'district' | 'text'; params: { place: string } } }

const kinds = /^(?:uy ban nhan dan|ubnd)?\s*(?:phuong|xa|thi tran|quan|huyen|thi xa|so|ban quan ly)\s+/

/**
 * Who takes over what lies at these places. One successor takes all; of several, the one whose place is named, if it is
 * the only one named at the surest place that names any. Otherwise nobody is proposed: a person knows the address.
 */
export function heirFor(places: Places, heirs: readonly Heir[]): Proposal | undefined {
  const [only] = heirs
  if (heirs.length === 1 && only) return { code: only.code, reason: { key: 'onlyHeir' } }
  for (const key of ['zone', 'zoneDistrict', 'district', 'text'] as const) {
    const place = places[key]
    const named = place === null ? [] : namedIn(place, heirs)
    if (named.length === 1) return { code: named[0]!.code, reason: { key, params: { place: key === 'text' ? named[0]!.nameVi : place! } } }
    if (named.length > 1) return undefined
  }
  return undefined
}

/** A name within a longer one does not count: «Phúc Lợi» is not named where «Phúc» is a ward of its own. */
function namedIn(place: string, heirs: readonly Heir[]): Heir[] {
  const words = ` ${foldWords(place)} `
  const found = heirs.map((heir) => ({ heir, name: properName(heir.nameVi) })).filter(({ name }) => name !== '' && words.includes(` ${name} `))
  return found.filter(({ name }) => !found.some((other) => other.name !== name && ` ${other.name} `.includes(` ${name} `))).map(({ heir }) => heir)
}

const properName = (nameVi: string) => foldWords(nameVi).replace(kinds, '').trim()

/**
 * Each unit under the one that stands for it now: along successors as long as there is exactly one. Where a unit became
 * several nobody can say which, and it keeps its own name. A ring, which routing forbids, ends where it began.
 */
export function standsNowAs(successors: readonly { unit: string; successor: string }[]): Map<string, string> {
  const next = new Map<string, string[]>()
  for (const { unit, successor } of successors) next.set(unit, [...(next.get(unit) ?? []), successor])
  const last = (unit: string, seen: string[]): string => {
    const [only, ...others] = next.get(unit) ?? []
    return only === undefined || others.length > 0 || seen.includes(only) ? unit : last(only, [...seen, only])
  }
  return new Map([...next.keys()].map((unit): [string, string] => [unit, last(unit, [unit])]).filter(([unit, now]) => unit !== now))
}
