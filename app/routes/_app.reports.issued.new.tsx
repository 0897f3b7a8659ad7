import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { FiguresCards } from '#app/issued/figures-cards.tsx'
import { figuresOf } from '#app/issued/figures-of.server.ts'
import { leadsOf } from '#app/issued/figures-tables.ts'
import { issueFigures } from '#app/issued/issue-figures.server.ts'
import { issueForm } from '#app/issued/issue-form.ts'
import { issuers } from '#app/issued/readers.ts'
import { readQuestion } from '#app/reports/read-question.ts'
import { Card } from '#app/ui/card.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { TextInput } from '#app/ui/text-input.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'issued:new.title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...issuers)
  const now = new Date()
  const asked = readQuestion(new URL(args.request.url).searchParams, now)
  const figures = await figuresOf(db(), actor, { ...asked, asOf: asked.asOf ?? now })
  return { figures, question: new URLSearchParams({ ...figures.scope, by: figures.by, asOf: figures.asOf }).toString() }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, ...issuers)
  return submit(await readForm(args.request), actor, issueForm, async (tx, input) => `/reports/issued/${await issueFigures(tx, actor, input)}`)
}

export default function IssueReport() {
  const { t, i18n } = useTranslation()
  const { figures, question } = useLoaderData<typeof loader>()
  const form = useHouseForm(issueForm, { id: 'issue', labels: { title: t('issued:new.name') }, result: useActionData<FormResult>() })
  const leads = leadsOf(figures, { t, language: i18n.language === 'en' ? 'en' : 'vi' })
  return (
    <>
      <PageHeader crumbs={[{ label: t('issued:list.title'), to: '/reports/issued' }]} title={t('issued:new.title')} lead={leads.join('. ')} />
      <div className="mb-6">
        <Card>
          <HouseForm form={form}>
            <p className="text-ink-soft">{t('issued:new.hint')}</p>
            <input type="hidden" name="intent" value="issue" />
            <input type="hidden" name="question" value={question} />
            <TextInput maxLength={200} hint={t('issued:new.nameHint')} {...form.field('title')} />
            <SubmitButton>{t('issued:new.submit')}</SubmitButton>
          </HouseForm>
        </Card>
      </div>
      <FiguresCards figures={figures} />
    </>
  )
}
