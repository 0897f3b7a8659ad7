import { useTranslation } from '#app/i18n/use-translation.ts'
import type { DaysLeft } from '#workflows/deadlines/days-left.ts'
import type { IssueState } from '#workflows/resolution/states.ts'
import { Badge, toneOfState } from './badge.tsx'
import { formatDate } from './format.ts'
import { Table, type Column } from './table.tsx'

export type Row = {
  code: string
  state: IssueState
  text: string
  enterprise: string | null
  dueOn: string | null
  left: DaysLeft | null
  unit: string | null
  /** It is with the reader's own unit or office. */
  own: boolean
  handler: string | null
}

type Props = {
  caption: string
  rows: Row[]
  /** Where the date is not that of the issue. */
  dueLabel?: string
  also?: Column<Row>
}

/** Issues as a list shows them everywhere: what, whose, where it stands, by when. Whose and where are left out where all are one's own. */
export function IssueTable({ caption, rows, dueLabel, also }: Props) {
  const { t } = useTranslation()
  const columns: Column<Row>[] = [
    { label: t('issues:list.issue'), heading: true, cell: ({ code, text }) => <IssueLink code={code} text={text} /> },
    ...(rows.some(({ enterprise }) => enterprise) ? [{ label: t('issues:list.enterprise'), cell: ({ enterprise }: Row) => enterprise }] : []),
    ...(rows.every(({ own, handler }) => own && !handler)
      ? []
      : [{ label: t('issues:list.holder'), cell: ({ own, unit, handler }: Row) => (handler ? [!own && unit, handler].filter(Boolean).join(' · ') : (unit ?? t('issues:list.office'))) }]),
    { label: t('issues:list.state'), cell: ({ state }) => <StateBadge state={state} /> },
    ...(also ? [also] : []),
    { label: dueLabel ?? t('issues:list.due'), cell: ({ dueOn, left }) => dueOn && <Due on={dueOn} left={left} /> },
  ]
  return <Table caption={caption} columns={columns} rows={rows} rowKey={({ code }) => code} />
}

function IssueLink({ code, text }: Pick<Row, 'code' | 'text'>) {
  return (
    <>
      <a href={`/issues/${code}`} className="issue-link">{code}</a>
      {text}
    </>
  )
}

export function StateBadge({ state }: { state: IssueState }) {
  const { t } = useTranslation()
  return <Badge tone={toneOfState[state]}>{t(`issues:state.${state}`)}</Badge>
}

export function Due({ on, left }: { on: string; left: DaysLeft | null }) {
  return (
    <span className="due">
      {formatDate(on)}
      {left && <Left left={left} />}
    </span>
  )
}

/** «Còn 3 ngày», «Quá hạn 2 ngày»: working days, in words; colour only underlines them. */
export function Left({ left: { late, days } }: { left: DaysLeft }) {
  const { t } = useTranslation()
  const tone = late ? 'font-semibold text-bad' : days <= 2 ? 'font-semibold text-warn' : 'text-ink-soft'
  return <span className={`text-sm ${tone}`}>{t(late ? 'deadlines:late' : 'deadlines:left', { count: days })}</span>
}
