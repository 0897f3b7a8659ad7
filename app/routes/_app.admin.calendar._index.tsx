import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { dayKinds, yearForm } from '#app/admin/calendar-form.ts'
import { signOffYear } from '#app/admin/sign-off.server.ts'
import { SignOffCard, type SignOff } from '#app/admin/sign-off-card.tsx'
import { toneOfDay, YearView } from '#app/admin/year-view.tsx'
import { VerifiedBadge } from '#app/admin/verified-badge.tsx'
import { db } from '#app/http/database.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { titled } from '#app/i18n/title.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDate, formatWeekday } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Table } from '#app/ui/table.tsx'
import { daysOfYear } from '#db/queries/admin-catalogue.ts'
import { signOffOf, waitingCount } from '#db/queries/calendar-years.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'admin:calendar.title')

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  const asked = Number(new URL(args.request.url).searchParams.get('year'))
  const year = Number.isInteger(asked) && asked >= 1990 && asked <= 2150 ? asked : await thisYear()
  const [days, last, waiting] = await Promise.all([daysOfYear(db(), year), signOffOf(db(), year), waitingCount(db())])
  return { year, days, waiting, signOff: last ? signOffSaid(last) : null }
}

/** In Hanoi, whatever the clock of the server's own country says. */
const thisYear = async () => Number(localDate(new Date(), (await rulesOf(db())).calendar).slice(0, 4))

const signOffSaid = (last: NonNullable<Awaited<ReturnType<typeof signOffOf>>>): SignOff => ({
  year: last.year,
  name: last.signedByName,
  at: last.signedAt.toISOString(),
  voided: last.voidedAt && { by: last.voidedByName ?? '', at: last.voidedAt.toISOString() },
})

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'admin')
  return submit(await readForm(args.request), actor, yearForm, async (tx, { year }) => {
    await signOffYear(tx, actor, year)
    return `/admin/calendar?year=${year}`
  })
}

export default function Calendar() {
  const { t } = useTranslation()
  const { year, days, waiting, signOff } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('admin:calendar.year', { year })}
        lead={t('admin:calendar.lead')}
        actions={<>
          <LinkButton variant="secondary" to={`?year=${year - 1}`}>{year - 1}</LinkButton>
          <LinkButton variant="secondary" to={`?year=${year + 1}`}>{year + 1}</LinkButton>
          <LinkButton variant="secondary" to="/admin/calendar/import">{waiting > 0 ? t('rules:import.waiting', { count: waiting }) : t('rules:import.open')}</LinkButton>
          <LinkButton to="/admin/calendar/new">{t('admin:calendar.add')}</LinkButton>
        </>}
      />
      <div className="space-y-6">
        <Card>
          <p className="mb-5 flex flex-wrap gap-2">{dayKinds.map((kind) => <Badge key={kind} tone={toneOfDay[kind]}>{t(`admin:dayKind.${kind}`)}</Badge>)}</p>
          <YearView year={year} days={days} />
        </Card>
        <SignOffCard year={year} signOff={signOff} />
        <Days />
      </div>
    </>
  )
}

function Days() {
  const { t, i18n } = useTranslation()
  const { year, days } = useLoaderData<typeof loader>()
  const language = i18n.language === 'en' ? 'en' : 'vi'
  return (
    <Card flush title={t('admin:calendar.days', { year })}>
      {days.length === 0 && <EmptyState title={t('admin:calendar.none', { year })}>{t('admin:calendar.noneHint')}</EmptyState>}
      {days.length > 0 && (
        <Table
          caption={t('admin:calendar.days', { year })}
          rows={days}
          rowKey={(day) => day.date}
          columns={[
            { label: t('admin:field.date'), heading: true, cell: (day) => <Link to={`/admin/calendar/${day.date}`} className="link">{formatDate(day.date)}</Link> },
            { label: t('admin:calendar.weekday'), cell: (day) => <span className="whitespace-nowrap">{formatWeekday(day.date, language)}</span> },
            { label: t('admin:calendar.kind'), cell: (day) => <Badge tone={toneOfDay[day.kind]}>{t(`admin:dayKind.${day.kind}`)}</Badge> },
            { label: t('admin:calendar.name'), cell: (day) => day.name },
            { label: t('admin:field.source'), cell: (day) => <Source of={day.source} /> },
            { label: t('admin:verified.title'), cell: (day) => <VerifiedBadge of={day} /> },
          ]}
        />
      )}
    </Card>
  )
}

/** An address is as long as it pleases: its host says enough, the rest is behind the link. Read here, not by `URL`, which browsers differ in. */
function Source({ of: source }: { of: string | null }) {
  const [, address, host, rest] = /^(https?:\/\/([^/\s]+)\S*)(.*)$/.exec(source ?? '') ?? []
  if (!address) return <>{source}</>
  return <><a href={address} rel="noreferrer" className="link wrap-anywhere">{host}</a>{rest}</>
}
