import { Link } from '@remix-run/react'
import type { ClusterView } from '#app/clusters/cluster-view.server.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { Due, StateBadge } from '#app/ui/issue-table.tsx'
import { Table, type Column } from '#app/ui/table.tsx'

type Member = ClusterView['members'][number]

/** Each member with what is its own: code, enterprise, unit, state and date due. */
export function Members({ members }: { members: Member[] }) {
  const { t } = useTranslation()
  const columns: Column<Member>[] = [
    { label: t('issues:list.issue'), heading: true, cell: ({ code, text }) => <><Link className="link numbers font-semibold" to={`/issues/${code}`}>{code}</Link><br /><span className="line-clamp-3 wrap-anywhere">{text}</span></> },
    { label: t('issues:list.enterprise'), cell: ({ enterprise }) => enterprise },
    { label: t('issues:list.holder'), cell: ({ leadUnit }) => leadUnit ?? t('issues:list.office') },
    { label: t('issues:list.state'), cell: ({ state }) => <StateBadge state={state} /> },
    { label: t('issues:list.due'), cell: ({ dueOn, left }) => dueOn && <Due on={dueOn} left={left} /> },
    ...(members.some((one) => one.mayLeave)
      ? [{ label: t('clusters:page.leave'), cell: ({ code, mayLeave }: Member) => mayLeave && <Link className="link whitespace-nowrap" to={`/issues/${code}?move=leaveCluster`} aria-label={t('clusters:page.leaveOf', { code })}>{t('clusters:page.leave')}</Link> }]
      : []),
  ]
  return (
    <Card title={t('clusters:page.members', { count: members.length })} flush>
      <Table caption={t('clusters:page.members', { count: members.length })} columns={columns} rows={members} rowKey={({ code }) => code} />
    </Card>
  )
}
