import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { addPolicy } from '#app/admin/add-policy.server.ts'
import { ConfirmPolicy } from '#app/admin/confirm-policy.tsx'
import { labelsOf } from '#app/admin/labels.ts'
import { previewPolicy } from '#app/admin/preview-policy.server.ts'
import { conventions, policyClocks, policyForm } from '#app/admin/policy-form.ts'
import { db } from '#app/http/database.server.ts'
import { invalidForm, parseForm, readForm } from '#app/http/form.server.ts'
import { orAtField, submit } from '#app/http/submit.server.ts'
import { titled } from '#app/i18n/title.ts'
import { Card } from '#app/ui/card.tsx'
import { Checkbox, RadioGroup, Select } from '#app/ui/choice.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm } from '#app/ui/house-form.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { DateInput, TextArea, TextInput } from '#app/ui/text-input.tsx'
import { deadlineClasses } from '#workflows/resolution/moves.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'admin:policies.add')

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'admin')
  const form = await readForm(args.request)
  const parsed = await parseForm(form, policyForm)
  if (!parsed.ok) return invalidForm(parsed)
  if (parsed.data.applyToOpen && !parsed.data.confirmed) return orAtField(form, () => previewPolicy(db(), parsed.data))
  return submit(form, actor, policyForm, async (tx, policy) => {
    await addPolicy(tx, actor, policy)
    return '/admin/policies'
  })
}

const names = ['clock', 'class', 'amount', 'unit', 'convention', 'validFrom', 'validTo', 'legalBasis'] as const

export default function NewPolicy() {
  const { t } = useTranslation()
  const answer = useActionData<typeof action>()
  const preview = answer && 'moved' in answer ? answer : undefined
  const labels = { ...labelsOf(t, names), unit: t('admin:policies.countedIn'), applyToOpen: t('rules:policy.applyToOpen') }
  const form = useHouseForm(policyForm, { id: 'policy', labels, initial: { unit: 'day', convention: 'A' }, result: answer && 'errors' in answer ? answer : undefined })
  const options = (values: readonly string[], group: string) => values.map((value) => ({ value, label: t(`admin:${group}.${value}`) }))
  return (
    <>
      <PageHeader title={t('admin:policies.add')} crumbs={[{ label: t('admin:policies.title'), to: '/admin/policies' }]} />
      {preview && <ConfirmPolicy preview={preview} />}
      {!preview && (
        <Card>
          <HouseForm form={form}>
            <Notice>{t('admin:policies.keepHint')}</Notice>
            <Select {...form.field('clock')} options={options(policyClocks, 'clock')} />
            <Select {...form.field('class')} optional empty={t('admin:class.every')} hint={t('admin:policies.classHint')} options={options(deadlineClasses, 'class')} />
            <TextInput {...form.field('amount')} inputMode="numeric" maxLength={5} />
            <RadioGroup {...form.field('unit')} options={options(['day', 'hour'], 'unit')} />
            <RadioGroup {...form.field('convention')} options={options(conventions, 'convention')} />
            <DateInput {...form.field('validFrom')} />
            <DateInput {...form.field('validTo')} optional />
            <TextArea {...form.field('legalBasis')} rows={3} maxLength={1000} hint={t('admin:policies.legalBasisHint')} />
            <Checkbox {...form.field('applyToOpen')} hint={t('rules:policy.applyHint')} />
            <SubmitButton>{t('admin:policies.add')}</SubmitButton>
          </HouseForm>
        </Card>
      )}
    </>
  )
}
