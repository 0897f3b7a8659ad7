import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { titled } from '#app/i18n/title.ts'
import { formatNumber } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { StatTile, StatTiles } from '#app/ui/stat-tile.tsx'
import { adminFigures } from '#db/queries/admin-log.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'admin:title')

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  return adminFigures(db())
}

export default function Overview() {
  const { t, i18n } = useTranslation()
  const figures = useLoaderData<typeof loader>()
  const n = (value: number) => formatNumber(value, i18n.language === 'en' ? 'en' : 'vi')
  return (
    <>
      <PageHeader title={t('admin:title')} lead={t('admin:lead')} />
      <StatTiles>
        <StatTile label={t('admin:units.title')} value={n(figures.units)} to="/admin/units?scope=all" hint={t('admin:overview.unverified', { count: figures.unverifiedUnits })} />
        <StatTile label={t('admin:people.title')} value={n(figures.people)} to="/admin/people?status=active" hint={t('admin:overview.disabled', { count: figures.disabled })} />
        <StatTile label={t('admin:topics.title')} value={n(figures.topics)} to="/admin/topics" />
        <StatTile label={t('admin:zones.title')} value={n(figures.zones)} to="/admin/zones" />
        <StatTile label={t('admin:overview.unverifiedDays')} value={n(figures.unverifiedDays)} to="/admin/calendar" />
        <StatTile label={t('admin:policies.title')} value={n(figures.policies)} to="/admin/policies" />
        <StatTile label={t('admin:overview.letters')} value={n(figures.letters)} hint={t('admin:overview.lettersHint')} />
      </StatTiles>
    </>
  )
}
