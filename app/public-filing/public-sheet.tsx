import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'

/** The frame of pages for people without an account: light enough for a cheap phone, and leads nowhere else. */
export function PublicSheet({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation()
  const other = i18n.language === 'vi' ? 'en' : 'vi'
  return (
    <main id="main" className="mx-auto max-w-2xl space-y-6 px-4 py-6">
      <div className="flex items-center gap-4 border-b-4 border-teal pb-2 print:hidden">
        <p className="mr-auto text-xl font-bold text-navy">{t('common:product.name')}</p>
        <a href={`?lang=${other}`} lang={other} className="link inline-block py-2 text-sm">{t(`common:language.${other}`)}</a>
      </div>
      {children}
    </main>
  )
}
