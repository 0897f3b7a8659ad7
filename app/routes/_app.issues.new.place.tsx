import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { titled } from '#app/i18n/title.ts'
import { filers, pageSchemas } from '#app/issues/filing/pages.ts'
import { Select } from '#app/ui/choice.tsx'
import { useHouseForm } from '#app/ui/house-form.ts'
import { TextInput } from '#app/ui/text-input.tsx'
import { zonesByName } from '#db/queries/filing-choices.ts'
import { enterpriseIn } from './_app.issues.new/enterprise-in.server.ts'
import { answerPage, questionOf } from './_app.issues.new/question.server.ts'
import { Question } from './_app.issues.new/question.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'filing:place.title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...filers)
  const question = await questionOf(args, actor, 'place')
  const [zones, enterprise] = await Promise.all([zonesByName(db()), enterpriseIn(actor, question.answers)])
  const answers = { zone: enterprise?.zone ?? '', district: enterprise?.district ?? '', ...question.answers }
  return { ...question, answers, zones }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, ...filers)
  return answerPage(args.request, actor, 'place')
}

const kinds = ['park', 'cluster', 'highTech']

export default function Place() {
  const { t } = useTranslation()
  const { zones, answers, ...at } = useLoaderData<typeof loader>()
  const labels = { zone: t('filing:place.zone'), district: t('filing:place.district') }
  const form = useHouseForm(pageSchemas.place, { id: 'place', labels, initial: answers, result: useActionData<typeof action>() })
  const own = answers.zone && !zones.some(({ name }) => name === answers.zone) ? [answers.zone] : []
  const options = [
    ...own.map((name) => ({ value: name, label: name })),
    ...kinds.map((kind) => ({
      label: t(`filing:place.${kind}`),
      options: zones.filter((zone) => zone.kind === kind).map(({ name }) => ({ value: name, label: name })),
    })),
  ].filter((one) => !('options' in one) || one.options.length > 0)
  return (
    <Question page="place" at={at} form={form}>
      <p>{t('filing:place.hint')}</p>
      <Select options={options} empty={t('filing:place.noZone')} {...form.field('zone')} />
      <TextInput optional autoComplete="off" {...form.field('district')} />
    </Question>
  )
}
