import { useTranslation } from '#app/i18n/use-translation.ts'
import type { ElapsedView } from '#app/issues/clocks-view.ts'
import type { IssueView } from '#app/issues/issue-view.server.ts'
import { Card } from '#app/ui/card.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import { formatWorkingTime } from '#app/ui/working-time.ts'
import { Waterfall } from './waterfall.tsx'

/** Who had the issue, and for how long: the same stretches as a picture and as figures that add up. */
export function Elapsed({ elapsed }: { elapsed: ElapsedView | null }) {
  const { t } = useTranslation()
  if (!elapsed) return <Card title={t('clocks:elapsed.title')}><Notice tone="bad" title={t('clocks:elapsed.unmeasured')} /></Card>
  const until = t(`clocks:elapsed.${elapsed.ended ? 'untilEnd' : 'untilNow'}`)
  return (
    <Card title={t('clocks:elapsed.title')}>
      <p className="font-semibold">{t('clocks:elapsed.lead', { until, total: formatWorkingTime(t, elapsed.workingMinutes, elapsed.dayMinutes) })}</p>
      <div className="mt-4 grid items-start gap-6 xl:grid-cols-[1fr_2fr]">
        <Waterfall elapsed={elapsed} />
        <div className="min-w-0 space-y-6">
          <Stretches elapsed={elapsed} />
          <Sums elapsed={elapsed} />
        </div>
      </div>
      <p className="mt-4 text-sm text-ink-soft">{t('clocks:elapsed.rule')}</p>
    </Card>
  )
}

function Stretches({ elapsed: { intervals, workingMinutes, dayMinutes } }: { elapsed: ElapsedView }) {
  const { t } = useTranslation()
  const time = (minutes: number) => <span className="numbers">{formatWorkingTime(t, minutes, dayMinutes)}</span>
  return (
    <Table
      caption={t('clocks:elapsed.caption')}
      rows={intervals.map((one, index) => ({ ...one, number: index + 1 }))}
      rowKey={({ number }) => number}
      columns={[
        { label: t('clocks:elapsed.party'), heading: true, cell: ({ number, party, unit }) => <>{number}. {t(`clocks:party.${party}`)}{unit && <span className="block font-normal">{unit}</span>}</> },
        { label: t('clocks:elapsed.from'), cell: ({ from }) => <span className="numbers">{formatDateTime(from)}</span> },
        { label: t('clocks:elapsed.to'), cell: ({ to }) => <span className="numbers">{formatDateTime(to)}</span> },
        { label: t('clocks:elapsed.time'), cell: (one) => time(one.workingMinutes) },
      ]}
      foot={{ [t('clocks:elapsed.party')]: t('clocks:elapsed.total'), [t('clocks:elapsed.time')]: time(workingMinutes) }}
    />
  )
}

function Sums({ elapsed: { sums, workingMinutes, dayMinutes } }: { elapsed: ElapsedView }) {
  const { t } = useTranslation()
  const time = (minutes: number) => <span className="numbers">{formatWorkingTime(t, minutes, dayMinutes)}</span>
  const answer = sums.reduce((sum, { answerMinutes }) => sum + answerMinutes, 0)
  return (
    <Table
      caption={t('clocks:elapsed.sums')}
      showCaption
      rows={sums}
      rowKey={({ party, unit }) => `${party} ${unit}`}
      columns={[
        { label: t('clocks:elapsed.party'), heading: true, cell: ({ party, unit }) => [t(`clocks:party.${party}`), unit].filter(Boolean).join(': ') },
        { label: t('clocks:elapsed.time'), cell: (one) => time(one.workingMinutes) },
        { label: t('clocks:elapsed.beforeAnswer'), cell: (one) => time(one.answerMinutes) },
      ]}
      foot={{ [t('clocks:elapsed.party')]: t('clocks:elapsed.total'), [t('clocks:elapsed.time')]: time(workingMinutes), [t('clocks:elapsed.beforeAnswer')]: time(answer) }}
    />
  )
}

/** The one line a filer gets: who has the issue now and how long it has been under way. */
export function Standing({ standing }: { standing: IssueView['standing'] }) {
  const { t } = useTranslation()
  if (!standing) return null
  const { party, unit, workingMinutes, dayMinutes } = standing
  return (
    <p className="rounded border border-line bg-paper p-4">
      {t(`clocks:standing.${party}`, { unit })} {workingMinutes > 0 && t('clocks:standing.time', { time: formatWorkingTime(t, workingMinutes, dayMinutes) })}
    </p>
  )
}
