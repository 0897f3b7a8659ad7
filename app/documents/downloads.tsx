import { useTranslation } from '#app/i18n/use-translation.ts'
import { formatsOf, nameKeys, type DocumentName } from './documents.ts'

type Props = { conference: number; documents: readonly DocumentName[] }

/** «Biên bản: DOCX · PDF», a line for each paper of the conference that can be saved from here. */
export function Downloads({ conference, documents }: Props) {
  const { t } = useTranslation()
  return (
    <ul className="space-y-1 print:hidden">
      {documents.map((document) => (
        <li key={document} className="flex flex-wrap items-center gap-x-3">
          <span>{t('documents:download', { document: t(nameKeys[document]) })}</span>
          {formatsOf[document].map((format) => (
            <a key={format} className="link inline-block py-2" href={`/conferences/${conference}/${document}.${format}`} download aria-label={t('documents:downloadAs', { document: t(nameKeys[document]), format: format.toUpperCase() })}>
              {format.toUpperCase()}
            </a>
          ))}
        </li>
      ))}
    </ul>
  )
}
