/** A day typed as on paper, 26/4/2024, 26.04.2024 or 26042024, as yyyy-MM-dd; nothing where it is anything else. Whether there is such a day is not asked. */
export function typedDay(typed: unknown): string | undefined {
  const match = typeof typed === 'string' && /^(\d{1,2})([ ./-])(\d{1,2})\2(\d{4})$|^(\d{2})(\d{2})(\d{4})$/.exec(typed.trim())
  if (!match) return undefined
  const [day, month, year] = match[1] ? [match[1], match[3], match[4]] : match.slice(5, 8)
  return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
}
