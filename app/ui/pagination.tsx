import { useSearchParams } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { LinkButton } from './button.tsx'

/** Forward by cursor, back by the browser or to the first page; the filters in the address stay. */
export function Pagination({ next, param = 'cursor' }: { next: string | null | undefined; param?: string }) {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const at = (cursor?: string) => {
    const target = new URLSearchParams(search)
    target.delete(param)
    if (cursor) target.set(param, cursor)
    return `?${target}`
  }
  if (!next && !search.has(param)) return null
  return (
    <nav aria-label={t('common:list.pages')} className="flex gap-3 p-4 print:hidden">
      {search.has(param) && <LinkButton to={at()} variant="secondary">{t('common:list.first')}</LinkButton>}
      {next && <LinkButton to={at(next)} variant="secondary" rel="next">{t('common:list.next')}</LinkButton>}
    </nav>
  )
}
