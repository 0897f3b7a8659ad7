import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { addTopic } from '#app/admin/add-topic.server.ts'
import { labelsOf } from '#app/admin/labels.ts'
import { TopicFields, topicFieldNames } from '#app/admin/topic-fields.tsx'
import { newTopicForm } from '#app/admin/topic-form.ts'
import { db } from '#app/http/database.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { titled } from '#app/i18n/title.ts'
import { Card } from '#app/ui/card.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm } from '#app/ui/house-form.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { listGroups } from '#db/queries/admin-catalogue.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'admin:topics.add')

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  return { groups: await listGroups(db()) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'admin')
  const form = await readForm(args.request)
  return submit(form, actor, newTopicForm, async (tx, topic) => `/admin/topics/${await addTopic(tx, actor, topic)}`)
}

export default function NewTopic() {
  const { t } = useTranslation()
  const { groups } = useLoaderData<typeof loader>()
  const form = useHouseForm(newTopicForm, { id: 'topic', labels: labelsOf(t, ['code', ...topicFieldNames]), result: useActionData<typeof action>() })
  return (
    <>
      <PageHeader title={t('admin:topics.add')} crumbs={[{ label: t('admin:topics.title'), to: '/admin/topics' }]} />
      <Card>
        <HouseForm form={form}>
          <TextInput {...form.field('code')} hint={t('admin:topics.codeHint')} maxLength={60} autoCapitalize="none" />
          <TopicFields field={form.field} groups={groups} />
          <SubmitButton>{t('admin:topics.add')}</SubmitButton>
        </HouseForm>
      </Card>
    </>
  )
}
