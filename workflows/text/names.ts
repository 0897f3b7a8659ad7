/** People are listed by given name, the last word: «Nguyễn Văn An» as «An Nguyễn Văn». Compare by vi collation. */
export function givenNameKey(name: string): string {
  const words = name.normalize('NFC').trim().split(/\s+/)
  const given = words.pop() ?? ''
  return [given, ...words].join(' ')
}
