import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { titled } from '#app/i18n/title.ts'
import { pageSchemas } from '#app/issues/filing/pages.ts'
import { Select } from '#app/ui/choice.tsx'
import { useHouseForm } from '#app/ui/house-form.ts'
import { Notice } from '#app/ui/notice.tsx'
import { consentingMembers } from '#db/queries/filing-choices.ts'
import { answerPage, questionOf } from './_app.issues.new/question.server.ts'
import { Question } from './_app.issues.new/question.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'filing:member.title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'association')
  const members = await consentingMembers(db(), actor.associationId)
  return { ...(await questionOf(args, actor, 'member')), members }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'association')
  return answerPage(args.request, actor, 'member')
}

export default function Member() {
  const { t } = useTranslation()
  const { members, answers, ...at } = useLoaderData<typeof loader>()
  const labels = { member: t('filing:member.label') }
  const form = useHouseForm(pageSchemas.member, { id: 'member', labels, initial: answers, result: useActionData<typeof action>() })
  const options = members.map(({ id, name, taxCode }) => ({ value: String(id), label: taxCode ? `${name} (${taxCode})` : name }))
  return (
    <Question page="member" at={at} form={form}>
      {members.length === 0 && <Notice tone="warn">{t('filing:member.none')}</Notice>}
      <Select hint={t('filing:member.hint')} options={options} {...form.field('member')} />
    </Question>
  )
}
