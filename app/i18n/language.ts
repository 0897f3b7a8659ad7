import { isLanguage, type Language } from './instance.ts'

const year = 60 * 60 * 24 * 365

/** What the person switched to on this device. */
export function languageInCookie(header: string | null | undefined): Language | undefined {
  const value = /(?:^|;\s*)lang=(\w+)/.exec(header ?? '')?.[1]
  return isLanguage(value) ? value : undefined
}

/**
 * An address that names a language is read in it, as the letter was that brought it. Otherwise the switch on this device
 * wins over the person's own setting. The browser's setting does not count: most here are shipped in English to people
 * who work in Vietnamese.
 */
export function languageOf(request: Request, person?: { locale?: string | null }): Language {
  const own = person?.locale
  const asked = new URL(request.url).searchParams.get('lang')
  if (isLanguage(asked)) return asked
  return languageInCookie(request.headers.get('Cookie')) ?? (isLanguage(own) ? own : 'vi')
}

export function languageCookie(language: Language, secure: boolean) {
  return `lang=${language}; Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`
}
