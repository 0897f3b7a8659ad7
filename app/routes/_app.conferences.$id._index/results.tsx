import { Link } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Notice } from '#app/ui/notice.tsx'

type Result = { id: number; code: string; leadUnit: string } | { id: number; code: string; refused: { key: string; params?: Record<string, string | number> } }

/** What became of each issue of a confirmation; the ones not done say why and stay in the list below. */
export function Results({ results, refused }: { results: Result[] | undefined; refused: boolean }) {
  const { t } = useTranslation()
  if (refused) return <div className="mb-5"><Notice tone="bad" alert title={t('common:invalid.other')} /></div>
  if (!results) return null
  const failed = results.filter((one) => 'refused' in one)
  const done = results.length - failed.length
  return (
    <div className="mb-5 space-y-3" role="status">
      {results.length === 0 && <Notice tone="warn" title={t('conferences:triage.nothingChosen')} />}
      {done > 0 && <Notice tone="good" title={t('conferences:triage.done', { count: done })} />}
      {failed.length > 0 && (
        <Notice tone="warn" title={t('conferences:triage.notDone', { count: failed.length })}>
          <ul className="mt-1 list-disc pl-5">
            {failed.map(({ id, code, ...one }) => (
              <li key={id}>
                <Link to={`/issues/${code}`} className="link numbers">{code}</Link>
                {'refused' in one && `: ${t(one.refused.key, { ...one.refused.params })}`}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}
