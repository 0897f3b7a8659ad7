/**
 * «CCN Dị Nậu, Thạch Thất» or «KCN Phú Nghĩa (Chương Mỹ)» as zone and district. What follows the last comma is a
 * district when it is a name of a few capitalised words; the city itself behind it says nothing.
 */
export function splitPlace(written: string): { zone: string; district: string } {
  const place = written.replace(/\s+/g, ' ').replace(/[\s.]+$/, '').trim()
  const within = place.replace(/[,\s]+(?:TP\.?|thành phố)?\s*Hà Nội\.?$/i, '').trim() || place
  const match = /^(.+?)\s*[,;]\s*([^,;()]+)$/.exec(within) ?? /^(.+?)\s*\(([^()]+)\)$/.exec(within)
  const [, zone, district] = match ?? []
  if (!zone || !district || !isDistrict(district)) return { zone: within, district: '' }
  return { zone, district: district.trim() }
}

function isDistrict(name: string): boolean {
  const bare = name.trim().replace(/^(quận|huyện|thị xã|thành phố|phường|xã|Q\.|H\.|TX\.?)\s*/i, '')
  const words = bare.split(' ')
  const capitalised = words.length <= 4 && words.every((word) => /^(\p{Lu}\p{L}*|-|\d{1,2})$/u.test(word))
  return capitalised && !/^(KCN|CCN|KCX|KCNC|Khu|Cụm|Lô|Đường|Số|Km)(?=\s|$)/u.test(bare)
}
