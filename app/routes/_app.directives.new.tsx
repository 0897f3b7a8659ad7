import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { askDirective } from '#app/directives/ask-directive.server.ts'
import { askView } from '#app/directives/ask-view.server.ts'
import { askSchema } from '#app/directives/directive-form.ts'
import { Mandate } from '#app/directives/mandate.tsx'
import { SubjectCard } from '#app/directives/subject-card.tsx'
import { db } from '#app/http/database.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { submitOrSay } from '#app/http/submit.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { Select } from '#app/ui/choice.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { DateInput, TextArea } from '#app/ui/text-input.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'directives:ask.title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'leader', 'coordinator')
  return askView(db(), actor, { params: new URL(args.request.url).searchParams, language: languageOf(args.request, actor) })
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'leader', 'coordinator')
  return submitOrSay(await readForm(args.request), actor, askSchema, async (tx, { intent: _, ...input }) => `/directives/${await askDirective(tx, input, actor)}?done=ask`)
}

export default function AskDirective() {
  const { t } = useTranslation()
  const view = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as FormResult | undefined
  const labels = { about: t('directives:field.about'), issue: t('directives:field.about'), unit: t('directives:field.unit'), text: t('directives:ask.text'), dueOn: t('directives:field.dueOn'), mandate: t('directives:field.mandate') }
  const form = useHouseForm(askSchema, { id: 'ask', labels, result, initial: { unit: view.unit, dueOn: view.usualDay } })
  return (
    <>
      <PageHeader title={t('directives:ask.title')} lead={t('directives:ask.lead')} crumbs={[{ label: t('directives:title'), to: '/directives' }]} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <SubjectCard code={view.issue?.code ?? null} text={view.issue?.text} words={view.words} figure={view.figure} asOf={view.asOf} to={view.about} />
        <Card title={t('directives:ask.form')}>
          <HouseForm form={form}>
            <input type="hidden" name="intent" value="ask" readOnly />
            {view.about !== null && <input type="hidden" name="about" value={view.about} readOnly />}
            {view.issue && <input type="hidden" name="issue" value={view.issue.code} readOnly />}
            <Select options={view.units} hint={view.issue ? t('directives:ask.unitHint') : undefined} {...form.field('unit')} />
            <TextArea rows={4} hint={t('directives:ask.textHint')} {...form.field('text')} />
            <DateInput hint={t('directives:ask.dueHint')} {...form.field('dueOn')} />
            {view.needsMandate && <Mandate {...form.field('mandate')} />}
            <SubmitButton>{t('directives:ask.submit')}</SubmitButton>
          </HouseForm>
        </Card>
      </div>
    </>
  )
}
