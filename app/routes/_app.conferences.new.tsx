import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { conferenceSchema } from '#app/conferences/conference-form.ts'
import { openConference } from '#app/conferences/open-conference.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { titled } from '#app/i18n/title.ts'
import { Card } from '#app/ui/card.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm } from '#app/ui/house-form.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { DateInput, TextInput } from '#app/ui/text-input.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'conferences:new.title')

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'coordinator', 'secretary')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'secretary')
  return submit(await readForm(args.request), actor, conferenceSchema, async (tx, input) => {
    const { id } = await openConference(tx, input, actor)
    return `/conferences/${id}/import`
  })
}

export default function NewConference() {
  const { t } = useTranslation()
  const labels = {
    title: t('conferences:field.title'), heldOn: t('conferences:field.heldOn'), venue: t('conferences:field.venue'), chair: t('conferences:field.chair'),
  }
  const form = useHouseForm(conferenceSchema, { id: 'conference', labels, result: useActionData<typeof action>() })
  return (
    <div className="max-w-2xl">
      <PageHeader title={t('conferences:new.title')} lead={t('conferences:new.lead')} crumbs={[{ label: t('conferences:list.title'), to: '/conferences' }]} />
      <Card>
        <HouseForm form={form}>
          <TextInput {...form.field('title')} />
          <DateInput {...form.field('heldOn')} />
          <TextInput optional {...form.field('venue')} />
          <TextInput optional {...form.field('chair')} />
          <SubmitButton>{t('conferences:new.submit')}</SubmitButton>
        </HouseForm>
      </Card>
    </div>
  )
}
