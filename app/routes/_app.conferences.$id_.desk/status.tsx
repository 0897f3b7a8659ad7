import { useTranslation } from '#app/i18n/use-translation.ts'
import { Badge } from '#app/ui/badge.tsx'
import type { Kind } from './outbox.ts'
import type { Outbox } from './use-outbox.ts'

export type Written = { kind: Kind; key: string }
type Props = { written?: Written; outbox: Outbox; live: boolean; done?: { kind: Kind; code: string } }

/** One line that is always there, so that nothing moves under a finger: what became of the last words, and whether the desk is in touch. */
export function DeskStatus({ written, outbox, live, done }: Props) {
  const { t } = useTranslation()
  const waiting = outbox.stuck.length
  const what = useWhatBecame({ written, outbox, done })
  return (
    <div className="flex min-h-11 items-center gap-3">
      <p role="status" className={`min-w-0 grow font-semibold max-sm:truncate ${what?.kept ? 'text-warn' : 'text-good'}`}>{what?.words}</p>
      {waiting > 0 && <Badge tone="warn">{t('desk:status.waiting', { count: waiting })}</Badge>}
      <span className="shrink-0 text-sm text-ink-soft">{t(live ? 'desk:status.live' : 'desk:status.apart')}</span>
    </div>
  )
}

function useWhatBecame({ written, outbox: { mine, codes }, done }: Omit<Props, 'live'>) {
  const { t } = useTranslation()
  if (!written) return done && { words: t(`desk:done.${done.kind}`, { code: done.code }) }
  const code = codes.get(written.key)
  if (code) return { words: t(`desk:done.${written.kind}`, { code }) }
  const row = mine.find(({ key }) => key === written.key)
  return row?.refused === undefined ? { kept: true, words: t('desk:status.kept') } : undefined
}
