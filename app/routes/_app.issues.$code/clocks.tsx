import { useTranslation } from '#app/i18n/use-translation.ts'
import type { ClockRow } from '#app/issues/clocks-view.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import type { Tone } from '#app/ui/tone.ts'
import { formatWorkingTime } from '#app/ui/working-time.ts'

const toneOf: Record<ClockRow['outcome'], Tone> = { running: 'info', late: 'bad', met: 'good', missed: 'bad', stopped: 'plain' }

/** Every clock of the issue, those that run and those that ran, side by side. */
export function Clocks({ clocks, dayMinutes }: { clocks: ClockRow[] | null; dayMinutes: number }) {
  const { t } = useTranslation()
  if (!clocks?.length) return null
  const at = (instant: string | null) => <span className="numbers">{instant === null ? t('clocks:table.empty') : formatDateTime(instant)}</span>
  return (
    <Card flush title={t('clocks:table.title')}>
      <Table
        caption={t('clocks:table.caption')}
        rows={clocks}
        rowKey={({ key }) => key}
        columns={[
          { label: t('clocks:table.clock'), heading: true, cell: ({ clock, unit }) => <>{t(`clocks:clock.${clock}`)}{unit && <span className="block font-normal">{unit}</span>}</> },
          { label: t('clocks:table.started'), cell: ({ startedAt }) => at(startedAt) },
          { label: t('clocks:table.first'), cell: ({ firstDueAt }) => at(firstDueAt) },
          { label: t('clocks:table.due'), cell: ({ dueAt }) => at(dueAt) },
          { label: t('clocks:table.paused'), cell: ({ paused }) => (paused > 0 ? formatWorkingTime(t, paused, dayMinutes) : t('clocks:table.empty')) },
          { label: t('clocks:table.stopped'), cell: ({ stoppedAt }) => at(stoppedAt) },
          { label: t('clocks:table.outcome'), cell: ({ outcome }) => <Badge tone={toneOf[outcome]}>{t(`clocks:outcome.${outcome}`)}</Badge> },
        ]}
      />
    </Card>
  )
}
