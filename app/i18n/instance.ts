import { createInstance, type i18n } from 'i18next'

export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]
export type Resources = Record<string, object>
export type Translate = (key: string, params?: Record<string, unknown>) => string

const instances = new Map<Language, i18n>()
const translators = new Map<string, Translate>()

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language)
}

/** One instance a language, never switched: requests in two languages run side by side in one process. */
export function register(language: Language, resources: Resources): i18n {
  const instance = createInstance()
  void instance.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: resources },
    ns: Object.keys(resources),
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  instances.set(language, instance)
  translators.clear()
  return instance
}

export function instanceOf(language: Language): i18n {
  const found = instances.get(language) ?? instances.values().next().value
  if (!found) throw new Error(`no texts are registered for ${language}`)
  return found
}

/** The texts of one language, for loaders, `meta` and whatever is not a component; keys without a namespace are of `own`. */
export function translator(language: Language, own = 'common'): Translate {
  const id = `${language} ${own}`
  const made = translators.get(id) ?? remembering(instanceOf(language).getFixedT(language, own))
  translators.set(id, made)
  return made
}

/**
 * A sentence without parameters, or with one small number, never changes: looking it up anew («còn 3 ngày», on each line of
 * a list) costs more than rendering it.
 */
function remembering(t: Translate): Translate {
  const known = new Map<string, string>()
  return (key, params) => {
    const id = params === undefined ? key : countedId(key, params)
    if (id === undefined) return t(key, params)
    const text = known.get(id) ?? t(key, params)
    known.set(id, text)
    return text
  }
}

function countedId(key: string, params: Record<string, unknown>): string | undefined {
  const { count, ...others } = params
  const small = Number.isInteger(count) && Number(count) >= 0 && Number(count) <= 1000
  return small && Object.keys(others).length === 0 ? `${key} ${String(count)}` : undefined
}
