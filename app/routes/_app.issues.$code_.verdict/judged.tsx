import { useTranslation } from '#app/i18n/use-translation.ts'
import type { verdictView } from '#app/issues/verdict-view.server.ts'
import { Card } from '#app/ui/card.tsx'
import { formatDate } from '#app/ui/format.ts'

export type View = NonNullable<Awaited<ReturnType<typeof verdictView>>>

type Judging = { view: Pick<View, 'unit' | 'answer' | 'evidence'> & { text?: string } }

/** What was asked for and what came of it: nobody should judge from memory. */
export function Judged({ view: { text, unit, answer, evidence } }: Judging) {
  const { t } = useTranslation()
  return (
    <>
      {text && (
        <details>
          <summary className="link inline-block cursor-pointer py-1">{t('verdict:own')}</summary>
          <p className="mt-1 border-l-4 border-line pl-3 wrap-anywhere whitespace-pre-line">{text}</p>
        </details>
      )}
      {answer && (
        <Card title={unit ? t('verdict:answerOf', { unit }) : t('verdict:answer')}>
          {answer.number && answer.date && (
            <p className="mb-2 text-sm text-ink-soft">{t('verdict:letter', { number: answer.number, date: formatDate(answer.date) })}</p>
          )}
          <p className="wrap-anywhere whitespace-pre-line">{answer.text}</p>
        </Card>
      )}
      {evidence.length > 0 && (
        <Card title={t('verdict:evidence')}>
          <ul className="list-disc space-y-1 pl-5">
            {evidence.map((one) => (
              <li key={one} className="wrap-anywhere whitespace-pre-line">{one}</li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
