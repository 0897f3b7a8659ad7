import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { dayForm, removeDayForm } from '#app/admin/calendar-form.ts'
import { ConfirmDay, ConfirmRemoval, EditDay, RemoveDay } from '#app/admin/day-cards.tsx'
import { day as realDay } from '#app/admin/fields.ts'
import { intentOf } from '#app/admin/intent.ts'
import { movedByDay, previewDay } from '#app/admin/preview-day.server.ts'
import { removeDay } from '#app/admin/remove-day.server.ts'
import { saveDay } from '#app/admin/save-day.server.ts'
import { db } from '#app/http/database.server.ts'
import { notFound } from '#app/http/errors.ts'
import { invalidForm, parseForm, readForm } from '#app/http/form.server.ts'
import { orAtField, submit } from '#app/http/submit.server.ts'
import { titled } from '#app/i18n/title.ts'
import { formatDate } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { calendarDay } from '#db/queries/admin-catalogue.ts'
import { waitingProposal } from '#db/queries/calendar-years.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'admin:calendar.title')

const asked = (date: string | undefined) => realDay.safeParse(date).data ?? notFound('day')

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  const proposal = new URL(args.request.url).searchParams.get('proposal')
  const proposed = proposal === null ? null : ((await waitingProposal(db(), proposal)) ?? notFound('proposal'))
  if (args.params.date === 'new') return { day: null, proposed }
  return { day: (await calendarDay(db(), asked(args.params.date))) ?? notFound('day'), proposed }
}

/** Every change is looked at twice: first the page says what it means, then it is made. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'admin')
  const form = await readForm(args.request)
  const back = async (work: Promise<unknown>, date: string) => (await work, `/admin/calendar?year=${date.slice(0, 4)}`)
  if (intentOf(form) === 'remove') {
    const date = asked(args.params.date)
    if (form.get('confirmed') !== 'yes') return data({ removing: await movedByDay(db(), date, undefined) })
    return submit(form, actor, removeDayForm, (tx) => back(removeDay(tx, actor, date), date))
  }
  const parsed = await parseForm(form, dayForm)
  if (!parsed.ok) return invalidForm(parsed)
  if (!parsed.data.confirmed) return orAtField(form, () => previewDay(db(), parsed.data, args.params.date === 'new'))
  return submit(form, actor, dayForm, (tx, day) => back(saveDay(tx, actor, day), day.date))
}

export default function Day() {
  const { t } = useTranslation()
  const { day, proposed } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const preview = result && 'moved' in result ? result : undefined
  const removing = result && 'removing' in result ? result.removing : undefined
  return (
    <>
      <PageHeader title={day ? formatDate(day.date) : t('admin:calendar.add')} lead={day?.name} crumbs={[{ label: t('admin:calendar.title'), to: `/admin/calendar${day ? `?year=${day.date.slice(0, 4)}` : ''}` }]} />
      <div className="space-y-6">
        {preview && <ConfirmDay preview={preview} />}
        {removing !== undefined && day && <ConfirmRemoval moved={removing} date={day.date} />}
        {!preview && removing === undefined && <EditDay day={day} proposed={proposed} />}
        {!preview && removing === undefined && day && <RemoveDay date={day.date} />}
      </div>
    </>
  )
}
