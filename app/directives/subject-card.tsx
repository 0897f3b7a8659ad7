import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { formatDateTime, formatNumber, type When } from '#app/ui/format.ts'

type Props = {
  code: string | null
  /** How the issue begins. */
  text?: string
  words: string[]
  figure: number | null
  asOf: When | null
  /** The list as it was at `asOf`. */
  to: string | null
  /** The same list as the reader counts it now. */
  now?: { figure: number | null; to: string }
}

/** What an explanation is asked of: an issue, or a figure as it was counted then and as it is now. */
export function SubjectCard({ code, text, words, figure, asOf, to, now }: Props) {
  const { t, i18n } = useTranslation()
  const number = (n: number) => formatNumber(n, i18n.language === 'en' ? 'en' : 'vi')
  const issue = code && <><a className="link numbers font-semibold" href={`/issues/${code}`}>{code}</a>{text && <span className="block">{text}</span>}</>
  const counted = (n: number | null, address: string) => <a className="link" href={address}>{n === null ? t('directives:subject.open') : t('directives:subject.issues', { count: n, n: number(n) })}</a>
  return (
    <Card title={t('directives:field.about')}>
      <DefinitionList
        items={[
          { term: t('directives:subject.issue'), value: issue },
          { term: t('directives:subject.list'), value: to && (words.length > 0 ? words.join(' · ') : t('directives:subject.whole')) },
          { term: t('directives:subject.then', { at: asOf ? formatDateTime(asOf) : '' }), value: to && asOf && counted(figure, to) },
          { term: t('directives:subject.now'), value: now && now.figure !== null && counted(now.figure, now.to) },
        ]}
      />
      {now && now.figure !== null && <p className="mt-3 text-sm text-ink-soft">{t('directives:subject.rights')}</p>}
    </Card>
  )
}
