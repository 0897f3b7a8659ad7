import { useLoaderData } from '@remix-run/react'
import type { ConclusionView } from '#app/conclusions/conclusion-view.server.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { formatDate } from '#app/ui/format.ts'

/** The notice as it was issued. */
export function Written() {
  const { t } = useTranslation()
  const notice = useLoaderData<ConclusionView>().notice!
  const text = (words: string) => <span className="wrap-anywhere whitespace-pre-line">{words}</span>
  return (
    <Card title={t('conclusions:wording')}>
      <DefinitionList
        items={[
          { term: t('conclusions:field.issuer'), value: [notice.issuerAbove, notice.issuer].filter(Boolean).join(' – ') },
          { term: t('conclusions:field.number'), value: notice.number ?? undefined },
          { term: t('conclusions:field.issuedOn'), value: `${notice.place}, ${formatDate(notice.issuedOn ?? '')}` },
          { term: t('conclusions:field.abstract'), value: text(notice.abstract) },
          { term: t('conclusions:field.opening'), value: text(notice.opening) },
          { term: t('conclusions:field.conclusion'), value: text(notice.conclusion) },
          { term: t('conclusions:field.signerName'), value: [notice.authority, notice.signerPosition, notice.signerName].filter(Boolean).join(' – ') },
          { term: t('conclusions:field.recipients'), value: text(notice.recipients) },
          { term: 'SHA-256', value: <span className="numbers wrap-anywhere">{notice.sha256}</span> },
        ]}
      />
    </Card>
  )
}
