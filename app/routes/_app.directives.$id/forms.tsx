import { resultOf } from '#app/admin/intent.ts'
import { acceptSchema, explainSchema, returnSchema, withdrawSchema } from '#app/directives/directive-form.ts'
import type { DirectiveView } from '#app/directives/directive-view.server.ts'
import { Mandate } from '#app/directives/mandate.tsx'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { DateInput, TextArea } from '#app/ui/text-input.tsx'

type Of = Pick<DirectiveView, 'version' | 'needsMandate' | 'usualDay'>
type Props = { view: Of; result?: FormResult }

function Hidden({ intent, version }: { intent: string; version: number }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} readOnly />
      <input type="hidden" name="seen" value={version} readOnly />
    </>
  )
}

export function Explain({ view, result }: Props) {
  const { t } = useTranslation()
  const labels = { text: t('directives:explain.text'), issues: t('directives:explain.issues') }
  const form = useHouseForm(explainSchema, { id: 'explain', labels, result: resultOf(result, 'explain') })
  return (
    <Card title={t('directives:explain.title')}>
      <HouseForm form={form}>
        <Hidden intent="explain" version={view.version} />
        <TextArea rows={8} hint={t('directives:explain.textHint')} {...form.field('text')} />
        <TextArea rows={2} optional hint={t('directives:explain.issuesHint')} {...form.field('issues')} />
        <SubmitButton>{t('directives:explain.submit')}</SubmitButton>
      </HouseForm>
    </Card>
  )
}

/** Enough, or what is still missing and by when. */
export function Judge({ view, result }: Props) {
  return (
    <>
      <Accept view={view} result={result} />
      <Return view={view} result={result} />
    </>
  )
}

function Accept({ view, result }: Props) {
  const { t } = useTranslation()
  const labels = { text: t('directives:accept.text'), mandate: t('directives:field.mandate') }
  const form = useHouseForm(acceptSchema, { id: 'accept', labels, result: resultOf(result, 'accept') })
  return (
    <Card title={t('directives:accept.title')}>
      <HouseForm form={form}>
        <Hidden intent="accept" version={view.version} />
        <TextArea rows={2} optional {...form.field('text')} />
        {view.needsMandate && <Mandate {...form.field('mandate')} />}
        <SubmitButton>{t('directives:accept.submit')}</SubmitButton>
      </HouseForm>
    </Card>
  )
}

function Return({ view, result }: Props) {
  const { t } = useTranslation()
  const labels = { text: t('directives:return.text'), dueOn: t('directives:field.dueOn'), mandate: t('directives:field.mandate') }
  const form = useHouseForm(returnSchema, { id: 'return', labels, result: resultOf(result, 'return'), initial: { dueOn: view.usualDay } })
  return (
    <Card title={t('directives:return.title')}>
      <HouseForm form={form}>
        <Hidden intent="return" version={view.version} />
        <TextArea rows={3} {...form.field('text')} />
        <DateInput hint={t('directives:ask.dueHint')} {...form.field('dueOn')} />
        {view.needsMandate && <Mandate {...form.field('mandate')} />}
        <SubmitButton variant="secondary">{t('directives:return.submit')}</SubmitButton>
      </HouseForm>
    </Card>
  )
}

export function Withdraw({ view, result }: Props) {
  const { t } = useTranslation()
  const labels = { text: t('directives:withdraw.text'), mandate: t('directives:field.mandate') }
  const form = useHouseForm(withdrawSchema, { id: 'withdraw', labels, result: resultOf(result, 'withdraw') })
  return (
    <details className="rounded border border-line bg-paper" open={resultOf(result, 'withdraw') !== undefined}>
      <summary className="px-4 py-3 font-semibold text-navy">{t('directives:withdraw.title')}</summary>
      <div className="border-t border-line p-4">
        <HouseForm form={form}>
          <Hidden intent="withdraw" version={view.version} />
          <TextArea rows={2} {...form.field('text')} />
          {view.needsMandate && <Mandate {...form.field('mandate')} />}
          <SubmitButton variant="danger">{t('directives:withdraw.submit')}</SubmitButton>
        </HouseForm>
      </div>
    </details>
  )
}
