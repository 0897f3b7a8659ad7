/** What may be attached, told by its content, and the endings its name may have: a text called `.bat` would be run where it lands. */
const endings = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'text/plain': ['txt', 'csv'],
} as const satisfies Record<string, readonly string[]>

export type FileType = keyof typeof endings
export const fileTypes = Object.keys(endings) as FileType[]
/** For the `accept` of a field, and for telling a person what is taken. */
export const takenEndings: string[] = Object.values(endings).flat()

/** With one move, or one filing. */
export const mostFiles = 10
export const mostMegabytes = 50
/** All that one form may send. */
export const mostMegabytesTogether = 250
export const mostBytes = mostMegabytes * 1_000_000
const longestName = 200

export const endingOf = (name: string) => (/\.([^.]+)$/.exec(name)?.[1] ?? '').toLowerCase()
export const isTaken = (name: string) => takenEndings.includes(endingOf(name))

/** The type found in the content, where it may be attached and the name does not pretend to be something else. */
export const typeTaken = (found: string, name: string): FileType | undefined =>
  fileTypes.find((type) => type === found && (endings[type] as readonly string[]).includes(endingOf(name)))

/** A name as data: without the folders some browsers send, without what is not seen or turns the reading order; its ending stays. */
export function nameAsGiven(raw: string): string {
  const base = raw.split(/[/\\]/).at(-1) ?? ''
  const name = base.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '').replace(/\s+/g, ' ').trim()
  if (name.length <= longestName) return name
  const ending = endingOf(name)
  return `${[...name].slice(0, longestName - ending.length - 2).join('')}….${ending}`
}

/** `Content-Disposition` that no browser opens in place; the name in ASCII, and whole (RFC 6266, RFC 5987). */
export function disposition(name: string): string {
  const plain = name.replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D')).normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}
