import { useTranslation } from '#app/i18n/use-translation.ts'
import type { IssueView } from '#app/issues/issue-view.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import type { DiffPart } from '#workflows/text/word-diff.ts'

/** Two versions of the answer in one text. */
export function Comparison({ of, code }: { of: NonNullable<IssueView['comparison']>; code: string }) {
  const { t } = useTranslation()
  return (
    <Card id="compare" title={t('writing:versions.title', { from: of.from, to: of.to })} actions={<LinkButton variant="quiet" to={`/issues/${code}`}>{t('writing:versions.close')}</LinkButton>}>
      <Changes parts={of.parts} />
    </Card>
  )
}

/** Words that came and words that went: told by line and colour, and in words to those who hear the page. */
export function Changes({ parts }: { parts: DiffPart[] }) {
  const { t } = useTranslation()
  if (parts.every(({ kind }) => kind === 'same')) return <p>{t('writing:versions.same')}</p>
  return (
    <>
      <p className="text-sm text-ink-soft">{t('writing:versions.legend')}</p>
      <p className="mt-2 max-w-3xl wrap-anywhere whitespace-pre-line">
        {parts.map(({ kind, words }, at) => (kind === 'same' ? words : <Changed key={at} kind={kind} words={words} />))}
      </p>
    </>
  )
}

function Changed({ kind, words }: { kind: 'added' | 'removed'; words: string }) {
  const { t } = useTranslation()
  const Mark = kind === 'added' ? 'ins' : 'del'
  return (
    <Mark className={kind === 'added' ? 'mx-0.5 bg-good-wash text-good underline' : 'mx-0.5 bg-bad-wash text-bad line-through'}>
      <span className="sr-only">{t(`writing:versions.${kind}`)} </span>
      {words}
      <span className="sr-only">{t('writing:versions.end')} </span>
    </Mark>
  )
}
