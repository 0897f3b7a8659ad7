import { useEffect, useState } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { formatDate } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { citationWarnings, type CitedDocument } from '#workflows/text/citations.ts'

type Props = { text: string; register: CitedDocument[]; on: string; /** Follow what is typed there. */ areaId?: string }

/** Documents named in a text that do not hold today. A word beside the field, never a bar: old facts rest on old law. */
export function CitationWarnings({ text, register, on, areaId }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()
  useEffect(() => {
    const area = areaId ? document.getElementById(areaId) : null
    if (!(area instanceof HTMLTextAreaElement)) return undefined
    const follow = () => setTyped(area.value)
    area.addEventListener('input', follow)
    return () => area.removeEventListener('input', follow)
  }, [areaId])
  const warnings = citationWarnings(typed ?? text, register, on)
  return (
    <div role="status">
      {warnings.length > 0 && (
        <Notice tone="warn" title={t('writing:citations.warning', { count: warnings.length })}>
          <ul className="list-disc pl-5">
            {warnings.map(({ number, title, because, validFrom, validTo, replacedBy }) => (
              <li key={number} className="wrap-anywhere">
                {t(`writing:citations.${because}`, { title, number, on: formatDate((because === 'ended' ? validTo : validFrom) ?? on) })}
                {replacedBy && because === 'ended' && ` ${t('writing:citations.replacedBy', { number: replacedBy })}`}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}
