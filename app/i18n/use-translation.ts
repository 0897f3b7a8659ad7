import { useContext } from 'react'
import { I18nContext } from 'react-i18next'
import { translator, type Language } from './instance.ts'

/**
 * The texts of the page. The library's own hook watches for a change of language, which never happens within a page
 * here, and copies the whole instance each time: a tenth of a page's rendering.
 */
export function useTranslation(namespace?: string) {
  const { i18n } = useContext(I18nContext)
  const language = i18n.language as Language
  return { t: translator(language, namespace), i18n: { language } }
}
