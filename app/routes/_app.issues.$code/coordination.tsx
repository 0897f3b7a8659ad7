import { FileList } from '#app/files/file-list.tsx'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Coordination } from '#app/issues/coordination.ts'
import type { IssueView } from '#app/issues/issue-view.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { formatDate, formatDateTime } from '#app/ui/format.ts'
import { Left } from '#app/ui/issue-table.tsx'
import { Table, type Column } from '#app/ui/table.tsx'
import type { Tone } from '#app/ui/tone.ts'
import { Urge } from './urge.tsx'

type Opinion = Coordination['opinions'][number]
type Props = { of: Coordination; issue: Pick<IssueView['issue'], 'code' | 'version'> }

const toneOf: Record<Opinion['state'], Tone> = { requested: 'warn', given: 'good', noOpinion: 'bad', cancelled: 'plain' }

/** The matrix of opinions, and the one click that urges whoever still owes something. */
export function Opinions({ of: { opinions, lead }, issue }: Props) {
  const { t } = useTranslation()
  const urgesLead = lead && (lead.urging.may || lead.urging.count > 0)
  if (opinions.length === 0 && !urgesLead) return null
  const columns: Column<Opinion>[] = [
    { label: t('opinions:unit'), heading: true, cell: ({ unit }) => unit },
    { label: t('opinions:question'), cell: ({ question }) => <span className="wrap-anywhere whitespace-pre-line">{question}</span> },
    { label: t('opinions:asked'), cell: ({ askedAt }) => <span className="numbers whitespace-nowrap">{formatDate(askedAt)}</span> },
    { label: t('opinions:due'), cell: (one) => <DueCell of={one} /> },
    { label: t('opinions:result'), cell: (one) => <Result of={one} issue={issue} /> },
  ]
  return (
    <Card title={t('opinions:title')} id="opinions" flush>
      {urgesLead && (
        <div className="flex flex-wrap items-center gap-3 border-b border-line p-4">
          <p className="mr-auto">{t('opinions:lead', { unit: lead.unit })}</p>
          <Urge urging={lead.urging} unit={lead.unit} issue={issue} />
        </div>
      )}
      {opinions.length > 0 && <Table caption={t('opinions:title')} columns={columns} rows={opinions} rowKey={({ unit, askedAt }) => `${unit} ${askedAt}`} />}
    </Card>
  )
}

function DueCell({ of: { dueAt, left } }: { of: Opinion }) {
  return (
    <span className="numbers">
      <span className="whitespace-nowrap">{formatDate(dueAt)}</span>
      {left && <><br /><Left left={left} /></>}
    </span>
  )
}

function Result({ of: { state, late, text, files, givenBy, givenAt, cancelReason, urging, unit }, issue }: { of: Opinion } & Pick<Props, 'issue'>) {
  const { t } = useTranslation()
  return (
    <div className="max-sm:text-left">
      <Badge tone={toneOf[state]}>{t(`opinions:state.${state}`)}</Badge>
      {late && <p className="mt-1 text-sm">{t('opinions:late')}</p>}
      {text && <blockquote className="mt-2 border-l-4 border-line pl-3 wrap-anywhere whitespace-pre-line">{text}</blockquote>}
      <FileList files={files} />
      {givenAt && <p className="numbers text-sm text-ink-soft">{[givenBy, formatDateTime(givenAt)].filter(Boolean).join(' · ')}</p>}
      {cancelReason && <p className="mt-1 wrap-anywhere">{t('opinions:cancelReason', { reason: cancelReason })}</p>}
      {urging && <div className="mt-2 flex flex-wrap items-center gap-3"><Urge urging={urging} unit={unit} issue={issue} /></div>}
    </div>
  )
}
