import { useTranslation } from '#app/i18n/use-translation.ts'
import type { VerdictPage } from '#app/verdicts/verdict-page.server.ts'
import { verdictForm } from '#app/verdicts/verdict-form.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { formatDate, formatTime } from '#app/ui/format.ts'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { Notice } from '#app/ui/notice.tsx'
import { TextArea } from '#app/ui/text-input.tsx'
import { verdictReasons } from '#workflows/resolution/moves.ts'

type Props = { page: Extract<VerdictPage, { open: true }>; result?: Partial<FormResult> }

/** Solved and satisfied on one sheet; each answer says where it leads before it is given. */
export function BothQuestions({ page, result }: Props) {
  const { t } = useTranslation()
  const labels = {
    version: '', solved: t('verdict:question'), satisfied: t('verdict:link.satisfied'), reason: t('verdict:link.reason'), note: t('verdict:link.note'),
  }
  const form = useHouseForm(verdictForm, { id: 'verdict', labels, result })
  const until = { time: formatTime(page.until), date: formatDate(page.until) }
  const solved = [
    ...(page.mayConfirm ? [{ value: 'yes', label: t('verdict:yes.choose'), hint: t('verdict:yes.leads') }] : []),
    ...(page.mayDispute ? [{ value: 'no', label: t('verdict:no.choose'), hint: t('verdict:no.leads') }] : []),
  ]
  const satisfied = ['yes', 'no'].map((value) => ({ value, label: t(`verdict:yes.${value}`) }))
  const reasons = verdictReasons.map((value) => ({ value, label: t(`moves:option.reason.${value}`) }))
  return (
    <HouseForm form={form}>
      <input type="hidden" name="version" value={page.version} readOnly />
      <Notice>{t('verdict:link.until', until)}</Notice>
      <RadioGroup options={solved} {...form.field('solved')} />
      {page.mayConfirm && <RadioGroup options={satisfied} hint={t('verdict:link.satisfiedHint')} {...form.field('satisfied')} />}
      <RadioGroup options={reasons} hint={t('verdict:link.reasonHint')} {...form.field('reason')} />
      <TextArea rows={5} hint={t('verdict:link.noteHint')} {...form.field('note')} />
      <SubmitButton>{t('verdict:link.send')}</SubmitButton>
    </HouseForm>
  )
}
