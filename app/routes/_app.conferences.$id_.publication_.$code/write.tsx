import { useTranslation } from '#app/i18n/use-translation.ts'
import { draftSchema } from '#app/publication/publication-form.ts'
import type { PublicationView } from '#app/publication/publication-view.server.ts'
import { Card } from '#app/ui/card.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { Notice } from '#app/ui/notice.tsx'
import { TextArea } from '#app/ui/text-input.tsx'

/** The text for the public; over one that is public already, the correction and why. */
export function Write({ view: { text, seen, stage, correcting }, result }: { view: PublicationView; result?: FormResult }) {
  const { t } = useTranslation()
  const labels = { question: t('publication:field.question'), answer: t('publication:field.answer'), reason: t('publication:field.reason') }
  const mine = result && 'question' in result.values ? result : undefined
  const form = useHouseForm(draftSchema, { id: 'draft', labels, initial: text, result: mine })
  const title = correcting ? 'correct' : stage === 'withdrawn' ? 'again' : 'write'
  return (
    <Card title={t(`publication:page.${title}`)}>
      <HouseForm form={form}>
        {mine?.errors[''] && stage !== 'none' && (
          <Notice title={t('publication:page.now')}>
            <p className="wrap-anywhere whitespace-pre-line">{text.question}</p>
            <p className="mt-2 wrap-anywhere whitespace-pre-line">{text.answer}</p>
          </Notice>
        )}
        <p className="text-ink-soft">{t(`publication:hint.${correcting ? 'correction' : stage === 'approved' ? 'approvalVoid' : 'prefilled'}`)}</p>
        <input type="hidden" name="seen" value={seen} readOnly />
        <TextArea rows={8} {...form.field('question')} />
        <TextArea rows={14} {...form.field('answer')} />
        {correcting && <TextArea rows={2} {...form.field('reason')} />}
        <SubmitButton>{t('publication:save')}</SubmitButton>
      </HouseForm>
    </Card>
  )
}
