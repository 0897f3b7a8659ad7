import { useTranslation } from '#app/i18n/use-translation.ts'
import { formatDate, formatDateTime } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/issue-table.tsx'
import type { FilingStatus } from './filing-status.server.ts'

/** Where a filing stands in plain words, who has it, by when, and what happened so far. */
export function FilingState({ status }: { status: FilingStatus }) {
  const { t } = useTranslation()
  const { code, state, unit, dueOn, receivedAt, answer, guidance, claimed, story } = status
  return (
    <section aria-label={code} className="space-y-4 rounded border border-line bg-paper p-4">
      <p className="flex flex-wrap items-center gap-3 text-xl font-bold"><span className="numbers">{code}</span><StateBadge state={state} /></p>
      <p>{t(`before:status.plain.${state}`)}</p>
      <dl className="grid gap-3 sm:grid-cols-2">
        <Line term={t('before:status.received')}>{formatDate(receivedAt)}</Line>
        {dueOn && <Line term={t('filing:filed.dueOn')}>{formatDate(dueOn)}</Line>}
        {unit && <Line term={t('before:status.unit')}>{unit}</Line>}
      </dl>
      {guidance && <p className="whitespace-pre-line wrap-anywhere">{guidance}</p>}
      {answer && <Answer answer={answer} />}
      {claimed && <p className="text-ink-soft">{t('before:status.claimed')}</p>}
      <h2 className="text-lg font-semibold">{t('before:status.story')}</h2>
      <ol className="space-y-2">
        {story.map(({ seq, move, at, unit: by }) => (
          <li key={seq} className="border-l-4 border-line pl-3">
            <time dateTime={at} className="text-sm text-ink-soft">{formatDateTime(at)}</time>
            <p>{t(`moves:done.${move}`)}{by && <span className="text-ink-soft"> · {by}</span>}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Answer({ answer: { text, number, date, answeredBy } }: { answer: NonNullable<FilingStatus['answer']> }) {
  const { t } = useTranslation()
  return (
    <div className="rounded border border-line p-4">
      <h2 className="text-lg font-semibold">{t('before:status.answer')}</h2>
      {number && date && <p className="text-sm text-ink-soft">{t('before:status.letter', { number, date: formatDate(date) })}</p>}
      {answeredBy && <p className="text-sm text-ink-soft">{t('before:status.inTheHall')}</p>}
      {text ? <p className="mt-2 whitespace-pre-line wrap-anywhere">{text}</p> : <p className="mt-2">{t('before:status.inTheAccount')}</p>}
    </div>
  )
}

function Line({ term, children }: { term: string; children: string }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{term}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  )
}
