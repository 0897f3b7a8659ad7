import { useTranslation } from '#app/i18n/use-translation.ts'
import type { ElapsedView } from '#app/issues/clocks-view.ts'
import { fillOf, type Tone } from '#app/ui/tone.ts'
import type { Party } from '#workflows/resolution/holdings.ts'

const toneOf: Record<Party, Tone> = {
  office: 'info', lead: 'teal', coordinating: 'warn', approver: 'good', enterprise: 'plain', upward: 'bad', nobody: 'plain',
}
const rowHeight = 40
const barTop = 20
const barHeight = 12

/**
 * One bar a stretch, each beginning where the one before ended. Lengths are shares of the width, so that the words keep
 * their size on a phone; the number before each name is the one of the table.
 */
export function Waterfall({ elapsed: { intervals, workingMinutes } }: { elapsed: ElapsedView }) {
  const { t } = useTranslation()
  const share = (minutes: number) => `${workingMinutes === 0 ? 0 : (100 * minutes) / workingMinutes}%`
  const starts = intervals.map((_, index) => intervals.slice(0, index).reduce((sum, one) => sum + one.workingMinutes, 0))
  return (
    <svg role="img" aria-labelledby="waterfall-title waterfall-text" width="100%" height={intervals.length * rowHeight} className="block">
      <title id="waterfall-title">{t('clocks:elapsed.chart')}</title>
      <desc id="waterfall-text">{t('clocks:elapsed.chartText', { count: intervals.length })}</desc>
      {intervals.map(({ party, workingMinutes: minutes }, index) => (
        <g key={index} transform={`translate(0 ${index * rowHeight})`}>
          <text x="0" y="14" className="fill-ink text-sm">{index + 1}. {t(`clocks:party.${party}`)}</text>
          <rect x="0" y={barTop} width="100%" height={barHeight} className="fill-wash" />
          <rect x={share(starts[index] ?? 0)} y={barTop} width={share(minutes)} height={barHeight} className={fillOf[toneOf[party]]} />
        </g>
      ))}
    </svg>
  )
}
