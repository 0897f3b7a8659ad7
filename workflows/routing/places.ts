import { foldWords } from '#workflows/text/fold.ts'
import { toneLastWords } from './reading.ts'
import { districtParts } from './units.ts'
import type { District, Zone } from './types.ts'

export type ZoneMatch = { zone: string; kind: string; district: string | null }
type DistrictSpelling = { nameVi: string; core: string; withKind: string; written: string }
export type Places = { zones: { core: string; zone: Zone }[]; districts: DistrictSpelling[] }

const zoneKinds: [RegExp, string][] = [
  [/^(khu cong nghe cao|kcnc|cnc)\b/, 'highTech'],
  [/^(khu cong nghiep|kcn|khu che xuat|kcx)\b/, 'park'],
  [/^(cum cong nghiep|ccn|cum)\b/, 'cluster'],
]

const inOrOf = /\b(trong|tai|o|vao|thuoc|cua) (cac )?(kcn|kcx|khu cong nghiep|khu che xuat)\b/
const parkByName = /(?:KCN|KCX|[Kk]hu công nghiệp|[Kk]hu chế xuất)\s+\p{Lu}\p{Ll}/u

/** Whether the text places its matter in an industrial park, not merely talks of parks. */
export const isInsidePark = (text: string, folded = foldWords(text)): boolean =>
  inOrOf.test(folded) || parkByName.test(text.normalize('NFC'))

export const isHighTechPark = (text: string, folded = foldWords(text)): boolean =>
  /\b(khu cong nghe cao|kcnc|khu cnc)\b/.test(folded)

/** «CCN Tiền Phong - giai đoạn 2» → «tien phong»: offices write kind, phase and craft-village in many ways. */
function zoneCore(folded: string): string {
  return folded
    .replace(/^(khu cong nghe cao|khu cong nghiep|khu che xuat|cum cong nghiep|kcnc|kcn|kcx|ccn|khu|cum)\b/, '')
    .replace(/\b(lang nghe|giai doan \w+|gd \w+|mo rong)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const kindOfZone = (folded: string): string | undefined => zoneKinds.find(([word]) => word.test(folded))?.[1]

export function indexPlaces(zones: Zone[], districts: District[]): Places {
  return {
    zones: zones
      .map((zone) => ({ zone, core: zoneCore(foldWords(zone.nameVi)) }))
      .sort((a, b) => b.core.length - a.core.length),
    districts: districts.map(({ nameVi }) => {
      const { name } = districtParts(nameVi)
      return { nameVi, core: foldWords(name), withKind: foldWords(nameVi), written: toneLastWords(name) }
    }),
  }
}

const holds = (text: string, core: string) => ` ${text} `.includes(` ${core} `)

/** The district a free text names, as the list writes it: «Chương Mỹ» → «huyện Chương Mỹ». */
export function matchDistrict(text: string | null | undefined, places: Places): string | undefined {
  const folded = foldWords(text ?? '')
  return places.districts.find(({ core }) => holds(folded, core))?.nameVi
}

/** In running text a bare name counts only as written, with capitals: «ba vị trí» is not Ba Vì. */
export function districtInText(text: string, places: Places, folded = foldWords(text)): string | undefined {
  const sounding = places.districts.filter(({ core }) => holds(folded, core))
  if (!sounding.length) return undefined
  const asWritten = toneLastWords(text)
  return sounding.find(({ withKind, written }) => holds(folded, withKind) || holds(asWritten, written))?.nameVi
}

/**
 * A zone as offices write it («KCN Phú Nghĩa, Chương Mỹ»). A zone that is not on the list still gives its kind and the
 * district written beside it.
 */
export function matchZone(text: string | null | undefined, places: Places): ZoneMatch | undefined {
  const folded = foldWords(text ?? '')
  if (!folded) return undefined
  const kind = kindOfZone(folded)
  const fits = places.zones.filter(({ core, zone }) => holds(folded, core) && (!kind || zone.kind === kind))
  const found = fits.find(({ core }) => zoneCore(folded).startsWith(core)) ?? fits[0]
  if (found) return { zone: found.zone.nameVi, kind: found.zone.kind, district: found.zone.district }
  if (!kind) return undefined
  const district = matchDistrict(text!.split(',').slice(1).join(','), places)
  return { zone: text!.split(',')[0]!.trim(), kind, district: district ? districtParts(district).name : null }
}
