import { Link } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { formatDate, formatTime } from '#app/ui/format.ts'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { Notice } from '#app/ui/notice.tsx'
import { TextArea } from '#app/ui/text-input.tsx'
import { moveSchemas, verdictReasons } from '#workflows/resolution/moves.ts'
import type { View } from './judged.tsx'

/** Why it is not solved, in one of the usual reasons and in own words; the unit starts again from these. */
export function NotSolved({ view, result }: { view: View; result?: Partial<FormResult> }) {
  const { t } = useTranslation()
  const labels = { reason: t('verdict:no.reason'), note: t('verdict:no.note') }
  const form = useHouseForm(moveSchemas.dispute, { id: 'not-solved', labels, result })
  const options = verdictReasons.map((value) => ({ value, label: t(`moves:option.reason.${value}`) }))
  const until = view.disputeUntil ?? ''
  const leads = {
    unit: view.unit ?? t('verdict:reply.unit'),
    date: formatDate(view.newDueOn),
    time: until && formatTime(until),
    until: until && formatDate(until),
  }
  return (
    <section aria-labelledby="question" className="space-y-4">
      <h2 id="question" className="text-xl font-semibold">{t('verdict:no.title')}</h2>
      <Notice tone="warn">{t('verdict:no.explain', leads)}</Notice>
      <HouseForm form={form}>
        <input type="hidden" name="move" value="dispute" readOnly />
        <input type="hidden" name="version" value={view.version} readOnly />
        <RadioGroup options={options} {...form.field('reason')} />
        <TextArea rows={6} hint={t('verdict:no.hint')} {...form.field('note')} />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton>{t('verdict:no.send')}</SubmitButton>
          <Link to={`/issues/${view.code}/verdict`} className="link py-2">{t('verdict:back')}</Link>
        </div>
      </HouseForm>
    </section>
  )
}
