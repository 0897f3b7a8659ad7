import { leaveOutSchema } from '#app/conferences/carry-over-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { TextArea } from '#app/ui/text-input.tsx'

/** One issue not to be taken up, with the reason that stays. */
export function LeaveOut({ code, here, result }: { code: string; here: string; result?: Partial<FormResult> }) {
  const { t } = useTranslation()
  const form = useHouseForm(leaveOutSchema, { id: 'leaveOut', labels: { reason: t('carry:leaveOut.reason') }, result })
  return (
    <Card title={t('carry:leaveOut.title', { code })} id="leave-out">
      <div className="max-w-3xl">
        <HouseForm form={form} action={`${here}?leaveOut=${encodeURIComponent(code)}`}>
          <p className="text-ink-soft">{t('carry:leaveOut.about')}</p>
          <input type="hidden" name="code" value={code} readOnly />
          <TextArea rows={3} {...form.field('reason')} />
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton>{t('carry:leaveOut.submit')}</SubmitButton>
            <a href={here} className="link py-2">{t('common:form.cancel')}</a>
          </div>
        </HouseForm>
      </div>
    </Card>
  )
}
