import { Form } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { ConfirmPanel } from '#app/ui/confirm-panel.tsx'
import { IdempotencyKey } from '#app/ui/form.tsx'
import { MovedSummary } from './moved-list.tsx'
import type { PolicyInput } from './policy-form.ts'
import type { Moved } from './preview-moved.server.ts'

export type PolicyPreview = { moved: Moved; policy: PolicyInput }

/** The whole list behind the preview of a term, as an address: what is written of its ground changes no date. */
const movedAddress = ({ clock, class: of, amount, unit, convention, validFrom }: PolicyInput) =>
  `/admin/policies/moved?${new URLSearchParams({ clock, class: of ?? '', amount: String(amount), unit, convention, validFrom })}`

/** The second look at a term that open issues shall follow. */
export function ConfirmPolicy({ preview: { moved, policy } }: { preview: PolicyPreview }) {
  const { t } = useTranslation()
  const sent = { ...policy, class: policy.class ?? '', validTo: policy.validTo ?? '', applyToOpen: 'yes', confirmed: 'yes' }
  return (
    <Form method="post">
      <IdempotencyKey of="confirm" />
      {Object.entries(sent).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <ConfirmPanel title={t('rules:policy.confirm')} confirm={t('rules:policy.save')} cancelTo="/admin/policies">
        <p className="mb-4">
          {[t(`admin:clock.${policy.clock}`), t(`admin:class.${policy.class ?? 'every'}`), t(`admin:policies.${policy.unit}`, { count: policy.amount })].join(' · ')}
        </p>
        <MovedSummary moved={moved} all={movedAddress(policy)} />
      </ConfirmPanel>
    </Form>
  )
}
