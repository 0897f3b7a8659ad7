import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Language } from '#app/i18n/instance.ts'
import { formatNumber } from '#app/ui/format.ts'
import { compared, type Share, type Verdict } from '#workflows/reports/wilson.ts'

const arrows: Partial<Record<Verdict, string>> = { higher: 'M5 1 L9 9 H1 Z', lower: 'M1 1 H9 L5 9 Z' }
const tones: Partial<Record<Verdict, string>> = { higher: 'text-good', lower: 'text-bad' }

export const signed = (n: number, language: Language, digits = 0) =>
  `${n > 0 ? '+' : n < 0 ? '−' : ''}${formatNumber(Math.abs(n), language, digits)}`

/**
 * By how many points a share changed, and whether that is more than chance. An arrow and a colour stand only where it is;
 * `better`: more of it is good, without which there is no colour.
 */
export function Difference({ now, before, better }: { now: Share; before: Share; better?: boolean }) {
  const { t, i18n } = useTranslation()
  if (now.of === 0 || before.of === 0) return <span>–</span>
  const points = Math.round(1000 * (now.n / now.of - before.n / before.of)) / 10
  const verdict = compared(now, before)
  return (
    <span>
      <span className="block">{t('overview:compare.points', { n: signed(points, i18n.language, 1) })}</span>
      <span className={`block text-sm font-normal ${(better && tones[verdict]) || 'text-ink-soft'}`}>
        <Arrow shape={arrows[verdict]} />{t(`overview:compare.verdict.${verdict}`)}
      </span>
    </span>
  )
}

const Arrow = ({ shape }: { shape: string | undefined }) =>
  shape && <svg viewBox="0 0 10 10" className="mr-1 inline size-2.5 fill-current" aria-hidden="true"><path d={shape} /></svg>
