import { useTranslation } from '#app/i18n/use-translation.ts'
import type { PublishResult } from '#app/publication/publish-approved.server.ts'
import { Notice } from '#app/ui/notice.tsx'

/** Row by row: what is public now, and why another is not. */
export function Results({ results, told }: { results: PublishResult[]; told: number }) {
  const { t } = useTranslation()
  const out = results.filter(({ refused }) => refused === null)
  return (
    <div className="mb-8" role="status">
      <Notice tone={out.length > 0 ? 'good' : 'warn'} title={t('publication:results.title')}>
        {results.length === 0 && <p>{t('publication:results.nothing')}</p>}
        <ul className="list-disc pl-5">
          {results.map(({ code, refused }) => (
            <li key={code}>
              <span className="numbers">{code}</span>: {refused ? t(refused.key, refused.params) : <a className="link" href={`/published/${code}`}>{t('publication:results.done')}</a>}
            </li>
          ))}
        </ul>
        {out.length > 0 && <p className="mt-2">{t('publication:results.told', { count: told })}</p>}
      </Notice>
    </div>
  )
}
