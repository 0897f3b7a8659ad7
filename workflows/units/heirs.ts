import { foldWords } from '#workflows/text/fold.ts'

type Heir = { code: string; nameVi: string }
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

/** A name within a longer one does not count: where «Phúc Lợi» is named, the ward «Phúc» is not. */
function namedIn(place: string, heirs: readonly Heir[]): Heir[] {
  const words = ` ${foldWords(place)} `
  const found = heirs.map((heir) => ({ heir, name: properName(heir.nameVi) })).filter(({ name }) => name !== '' && words.includes(` ${name} `))
  return found.filter(({ name }) => !found.some((other) => other.name !== name && ` ${other.name} `.includes(` ${name} `))).map(({ heir }) => heir)
}

const properName = (nameVi: string) => foldWords(nameVi).replace(kinds, '').trim()
