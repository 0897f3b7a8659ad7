import type { Language } from '#app/i18n/instance.ts'
import type { Directory, Named } from '#db/queries/directory.ts'

export type Namer = Record<'unit' | 'group' | 'topic', (code: string) => string>

/** Codes into names of one language; a code that nobody knows any more stays itself. */
export function namer({ units, groups, topics }: Directory, language: Language): Namer {
  const of = (rows: Map<string, Named>) => (code: string) => {
    const row = rows.get(code)
    return (language === 'en' ? row?.nameEn : row?.nameVi) ?? code
  }
  return { unit: of(units), group: of(groups), topic: of(topics) }
}
