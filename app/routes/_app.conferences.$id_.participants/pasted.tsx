import { useTranslation } from '#app/i18n/use-translation.ts'
import { Notice } from '#app/ui/notice.tsx'

type Line = { line: number; written: string } & ({ id: number; name: string; already: boolean } | { wrong: { key: string; params?: Record<string, string | number> } })
export type PastedResult = { pasted?: Line[] }

/** What became of each line of a pasted list; only those to look at again are named one by one. */
export function Pasted({ result }: { result: PastedResult | undefined }) {
  const { t } = useTranslation()
  const lines = result?.pasted
  if (!lines) return null
  const wrong = lines.filter((line) => 'wrong' in line)
  const already = lines.filter((line) => 'already' in line && line.already)
  const added = lines.length - wrong.length - already.length
  return (
    <div role="status" className="space-y-3">
      <Notice tone={added > 0 ? 'good' : 'info'} title={t('before:pasted.added', { count: added })}>
        {already.length > 0 && <p>{t('before:pasted.already', { count: already.length, names: already.map(({ written }) => written).slice(0, 10).join('; ') })}</p>}
      </Notice>
      {wrong.length > 0 && (
        <Notice tone="warn" title={t('before:pasted.wrong', { count: wrong.length })}>
          <ul className="mt-1 list-disc pl-5">
            {wrong.map((one) => (
              <li key={one.line} className="wrap-anywhere">
                {t('before:pasted.line', { line: one.line, written: one.written })} {'wrong' in one && t(one.wrong.key, { ...one.wrong.params })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}
