import { Form } from '@remix-run/react'
import { resultOf } from '#app/admin/intent.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Select } from '#app/ui/choice.tsx'
import { HouseForm, IdempotencyKey, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { TextInput } from '#app/ui/text-input.tsx'
import { changeSchema } from '#app/views/view-form.ts'

type Props = { view: { id: number; name: string; share: string }; shares: string[]; result?: FormResult }

/** Behind a fold: names are changed seldom, and the list is to be read. */
export function Change({ view: { id, name, share }, shares, result }: Props) {
  const { t } = useTranslation()
  const mine = resultOf(result, 'change')
  const own = mine?.values?.id === String(id) ? mine : undefined
  const labels = { id: '', name: t('views:field.name'), share: t('views:field.share') }
  const form = useHouseForm(changeSchema, { id: `view-${id}`, labels, result: own, initial: { name, share } })
  return (
    <details className="mt-1" open={own !== undefined}>
      <summary className="py-1 text-navy">{t('views:change.title')}<span className="sr-only"> «{name}»</span></summary>
      <div className="mt-3 max-w-xl space-y-4">
        <HouseForm form={form} action="/views">
          <input type="hidden" name="intent" value="change" readOnly />
          <input type="hidden" name="id" value={id} readOnly />
          <TextInput maxLength={80} {...form.field('name')} />
          <Select empty={false} options={shares.map((value) => ({ value, label: t(`views:share.${value}`) }))} {...form.field('share')} />
          <SubmitButton variant="secondary">{t('views:change.submit')}</SubmitButton>
        </HouseForm>
        <Form method="post" action="/views">
          <IdempotencyKey of={`drop-${id}`} />
          <input type="hidden" name="intent" value="drop" readOnly />
          <input type="hidden" name="id" value={id} readOnly />
          <SubmitButton variant="danger" aria-label={t('views:drop.of', { name })}>{t('views:drop.submit')}</SubmitButton>
        </Form>
      </div>
    </details>
  )
}
