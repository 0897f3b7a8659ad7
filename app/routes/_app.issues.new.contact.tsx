import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { titled } from '#app/i18n/title.ts'
import { filers, pageSchemas } from '#app/issues/filing/pages.ts'
import { useHouseForm } from '#app/ui/house-form.ts'
import { TextInput } from '#app/ui/text-input.tsx'
import { enterpriseCard } from '#db/queries/filing-choices.ts'
import { answerPage, questionOf } from './_app.issues.new/question.server.ts'
import { Question } from './_app.issues.new/question.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'filing:contact.title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...filers)
  const question = await questionOf(args, actor, 'contact')
  const own = await enterpriseCard(db(), actor.enterpriseId)
  const answers = { contactName: actor.name, contactPhone: own?.phone ?? '', contactEmail: actor.email, ...question.answers }
  return { ...question, answers }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, ...filers)
  return answerPage(args.request, actor, 'contact')
}

export default function Contact() {
  const { t } = useTranslation()
  const { answers, ...at } = useLoaderData<typeof loader>()
  const labels = {
    contactName: t('filing:contact.contactName'),
    contactPhone: t('filing:contact.contactPhone'),
    contactEmail: t('filing:contact.contactEmail'),
  }
  const form = useHouseForm(pageSchemas.contact, { id: 'contact', labels, initial: answers, result: useActionData<typeof action>() })
  return (
    <Question page="contact" at={at} form={form}>
      <p>{t('filing:contact.hint')}</p>
      <TextInput autoComplete="name" {...form.field('contactName')} />
      <TextInput type="tel" autoComplete="tel" {...form.field('contactPhone')} />
      <TextInput type="email" autoComplete="email" {...form.field('contactEmail')} />
    </Question>
  )
}
