import type { Language } from '#app/i18n/instance.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Badge } from '#app/ui/badge.tsx'
import { formatNumber } from '#app/ui/format.ts'
import type { FileCard } from './file-card.server.ts'

/** What is attached, to be saved; one that is not served says why. */
export function FileList({ files }: { files: FileCard[] }) {
  const { t } = useTranslation()
  if (files.length === 0) return null
  return (
    <ul className="mt-2 space-y-1" aria-label={t('files:attached')}>
      {files.map((file) => <li key={file.id}><FileName file={file} /></li>)}
    </ul>
  )
}

export function FileName({ file: { id, name, size, status, served } }: { file: FileCard }) {
  const { t, i18n } = useTranslation()
  return (
    <span className="wrap-anywhere">
      {served ? <a className="link inline-block py-1" href={`/files/${id}`} download={name}>{name}</a> : name}{' '}
      <span className="numbers text-sm whitespace-nowrap text-ink-soft">{sizeOf(size, i18n.language)}</span>{' '}
      {status !== 'clean' && <Badge tone={served ? 'plain' : status === 'pending' ? 'warn' : 'bad'}>{t(`files:status.${served ? 'unscanned' : status}`)}</Badge>}
    </span>
  )
}

const sizeOf = (bytes: number, language: Language) =>
  bytes < 1_000_000 ? `${formatNumber(Math.max(1, Math.round(bytes / 1000)), language)} kB` : `${formatNumber(bytes / 1_000_000, language, 1)} MB`
