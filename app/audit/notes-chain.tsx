import { useTranslation } from '#app/i18n/use-translation.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { NotesReport } from '#db/queries/verify-notes.ts'

/** Whether the notes of an issue still say what was written. Nothing where there is none. */
export function NotesChain({ chain }: { chain: NotesReport | undefined }) {
  const { t } = useTranslation()
  if (!chain || chain.notes === 0) return null
  return (
    <div className="mb-5">
      {chain.ok
        ? <Notice tone="good" title={t('audit:notes.whole', { count: chain.notes })}>{t('audit:notes.meaning')}</Notice>
        : <Notice tone="bad" alert title={t('audit:notes.broken', { number: chain.number })}>{t(`audit:notes.${chain.because}`)}</Notice>}
    </div>
  )
}
