import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { titled } from '#app/i18n/title.ts'
import { filers, pageSchemas, type Answers } from '#app/issues/filing/pages.ts'
import { suggestFor } from '#app/routing/suggest.server.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useHouseForm } from '#app/ui/house-form.ts'
import { named } from '#app/ui/named.ts'
import { groupsToFileUnder } from '#db/queries/filing-choices.ts'
import { answerPage, questionOf } from './_app.issues.new/question.server.ts'
import { Question } from './_app.issues.new/question.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'filing:group.title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...filers)
  const question = await questionOf(args, actor, 'group')
  const { conference, text = '' }: Answers = question.answers
  const conferenceId = /^\d{1,15}$/.test(conference ?? '') ? Number(conference) : null
  const [groups, suggestion] = await Promise.all([groupsToFileUnder(db(), conferenceId), suggestFor(db(), { text })])
  return { ...question, groups, suggested: suggestion?.group ?? null }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, ...filers)
  return answerPage(args.request, actor, 'group')
}

export default function Group() {
  const { t, i18n } = useTranslation()
  const { groups, suggested, answers, ...at } = useLoaderData<typeof loader>()
  const labels = { group: t('filing:group.label') }
  const form = useHouseForm(pageSchemas.group, { id: 'group', labels, initial: answers, result: useActionData<typeof action>() })
  const options = [
    ...groups.map((group) => ({
      value: group.code,
      label: named(group, i18n.language),
      hint: group.code === suggested ? t('filing:group.suggested') : undefined,
    })),
    { value: 'unsure', label: t('filing:group.unsure') },
  ]
  return (
    <Question page="group" at={at} form={form}>
      <RadioGroup hint={t('filing:group.hint')} options={options} {...form.field('group')} />
    </Question>
  )
}
