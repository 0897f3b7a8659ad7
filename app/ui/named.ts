export type NamedRow = { code?: string; nameVi: string; nameEn: string }

/** The name of a unit, group or topic in the language of the page; its code where the row is missing. */
export function named(row: NamedRow | null | undefined, language: string, otherwise = ''): string {
  if (!row) return otherwise
  return (language === 'en' && row.nameEn) || row.nameVi
}
