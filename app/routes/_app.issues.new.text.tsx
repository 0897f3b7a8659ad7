import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { titled } from '#app/i18n/title.ts'
import { filers, pageSchemas } from '#app/issues/filing/pages.ts'
import { useHouseForm } from '#app/ui/house-form.ts'
import { TextArea } from '#app/ui/text-input.tsx'
import { answerPage, questionOf } from './_app.issues.new/question.server.ts'
import { Question } from './_app.issues.new/question.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'filing:text.title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...filers)
  return questionOf(args, actor, 'text')
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, ...filers)
  return answerPage(args.request, actor, 'text')
}

export default function Text() {
  const { t } = useTranslation()
  const { answers, ...at } = useLoaderData<typeof loader>()
  const labels = { text: t('filing:text.label') }
  const form = useHouseForm(pageSchemas.text, { id: 'text', labels, initial: answers, result: useActionData<typeof action>() })
  return (
    <Question page="text" at={at} form={form}>
      <details className="text-ink-soft">
        <summary className="link inline-block cursor-pointer py-1">{t('filing:text.example')}</summary>
        <p className="mt-1 border-l-4 border-line pl-3">{t('filing:text.sample')}</p>
      </details>
      <TextArea rows={10} hint={t('filing:text.hint')} {...form.field('text')} />
    </Question>
  )
}
