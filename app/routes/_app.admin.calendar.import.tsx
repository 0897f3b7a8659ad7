import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { calendarFileForm, refuseProposalForm } from '#app/admin/calendar-form.ts'
import { ProposalsCard } from '#app/admin/proposals-card.tsx'
import { proposeDays, refuseProposal } from '#app/admin/proposals.server.ts'
import { db } from '#app/http/database.server.ts'
import { Invalid } from '#app/http/errors.ts'
import { parseForm } from '#app/http/form.server.ts'
import { once } from '#app/http/once.server.ts'
import { orAtField, submit } from '#app/http/submit.server.ts'
import { readUpload } from '#app/http/upload.server.ts'
import { titled } from '#app/i18n/title.ts'
import { Card } from '#app/ui/card.tsx'
import { FileInput } from '#app/ui/file-input.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm } from '#app/ui/house-form.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { waitingProposals } from '#db/queries/calendar-years.ts'
import { readIcs } from '#workflows/deadlines/read-ics.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'rules:import.title')

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  return { proposals: await waitingProposals(db()) }
}

const here = '/admin/calendar/import'

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'admin')
  const sent = new FormData()
  return orAtField(sent, async () => {
    const { fields, file } = await readUpload(args.request, 1)
    if (fields.get('intent') === 'refuse') {
      return submit(fields, actor, refuseProposalForm, async (tx, { id }) => (await refuseProposal(tx, actor, id), here))
    }
    if (!file) throw new Invalid({ file: { key: 'rules:ics.chooseFile' } })
    const read = readIcs(file.bytes.toString('utf8'))
    if (!read.ok) throw new Invalid({ file: { key: `rules:ics.${read.trouble.key}`, params: read.trouble.params } })
    const parsed = await parseForm(fields, refuseProposalForm.partial())
    const key = parsed.ok ? parsed.idempotencyKey : undefined
    const added = await once(db(), { personId: actor.personId, key, body: read.days }, (tx) => proposeDays(tx, actor, file.name.normalize('NFC').slice(0, 200), read.days))
    return redirect(`${here}?added=${added}`, 303)
  })
}

export default function ImportCalendar() {
  const { t } = useTranslation()
  const { proposals } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const added = search.get('added')
  const form = useHouseForm(calendarFileForm, { id: 'file', labels: { file: t('rules:import.file') }, result: useActionData<typeof action>() })
  return (
    <>
      <PageHeader title={t('rules:import.title')} lead={t('rules:import.lead')} crumbs={[{ label: t('admin:calendar.title'), to: '/admin/calendar' }]} />
      <div className="space-y-6">
        {added !== null && /^\d{1,6}$/.test(added) && <Notice tone="good" title={t('rules:import.read', { count: Number(added) })} />}
        <Card>
          <HouseForm form={form} encType="multipart/form-data">
            <FileInput accept=".ics,text/calendar" hint={t('rules:import.fileHint')} {...form.field('file')} />
            <SubmitButton>{t('rules:import.read')}</SubmitButton>
          </HouseForm>
        </Card>
        <ProposalsCard proposals={proposals} />
      </div>
    </>
  )
}
