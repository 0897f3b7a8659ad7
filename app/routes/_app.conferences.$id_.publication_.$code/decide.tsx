import { useTranslation } from '#app/i18n/use-translation.ts'
import { approveSchema, withdrawSchema } from '#app/publication/publication-form.ts'
import type { PublicationView } from '#app/publication/publication-view.server.ts'
import { Card } from '#app/ui/card.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { Notice } from '#app/ui/notice.tsx'
import { TextArea } from '#app/ui/text-input.tsx'

const of = (intent: string, result?: FormResult) => (result?.values.intent === intent ? result : undefined)

export function Approve({ view: { mayApprove, ownDraft, seen }, result }: { view: PublicationView; result?: FormResult }) {
  const { t } = useTranslation()
  const form = useHouseForm(approveSchema, { id: 'approve', labels: {}, result: of('approve', result) })
  if (!mayApprove) return <Notice title={t(ownDraft ? 'publication:approve.own' : 'publication:approve.waiting')} />
  return (
    <Card title={t('publication:approve.title')}>
      <HouseForm form={form}>
        <p className="text-ink-soft">{t('publication:approve.about')}</p>
        <input type="hidden" name="intent" value="approve" readOnly />
        <input type="hidden" name="seen" value={seen} readOnly />
        <SubmitButton>{t('publication:approve.submit')}</SubmitButton>
      </HouseForm>
    </Card>
  )
}

export function Withdraw({ seen, result }: { seen: string; result?: FormResult }) {
  const { t } = useTranslation()
  const form = useHouseForm(withdrawSchema, { id: 'withdraw', labels: { reason: t('publication:field.withdrawReason') }, result: of('withdraw', result) })
  return (
    <Card title={t('publication:withdraw.title')}>
      <HouseForm form={form}>
        <p className="text-ink-soft">{t('publication:withdraw.about')}</p>
        <input type="hidden" name="intent" value="withdraw" readOnly />
        <input type="hidden" name="seen" value={seen} readOnly />
        <TextArea rows={2} {...form.field('reason')} />
        <SubmitButton variant="danger">{t('publication:withdraw.submit')}</SubmitButton>
      </HouseForm>
    </Card>
  )
}
