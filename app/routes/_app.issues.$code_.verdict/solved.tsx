import { Link } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { TextArea } from '#app/ui/text-input.tsx'
import { moveSchemas, verdictReasons } from '#workflows/resolution/moves.ts'
import type { View } from './judged.tsx'

/** Solved and satisfied are two facts: the second is asked, and counted, on its own. */
export function Solved({ view, result }: { view: View; result?: Partial<FormResult> }) {
  const { t } = useTranslation()
  const labels = { satisfied: t('verdict:yes.satisfied'), reason: t('verdict:yes.reason'), note: t('verdict:yes.note') }
  const form = useHouseForm(moveSchemas.confirmSolved, { id: 'solved', labels, result })
  const options = ['yes', 'no'].map((value) => ({ value, label: t(`verdict:yes.${value}`), hint: t(`verdict:yes.${value}Leads`) }))
  const reasons = verdictReasons.map((value) => ({ value, label: t(`moves:option.reason.${value}`) }))
  return (
    <section aria-labelledby="question" className="space-y-4">
      <h2 id="question" className="text-xl font-semibold">{t('verdict:yes.title')}</h2>
      <HouseForm form={form}>
        <input type="hidden" name="move" value="confirmSolved" readOnly />
        <input type="hidden" name="version" value={view.version} readOnly />
        <RadioGroup options={options} {...form.field('satisfied')} />
        <RadioGroup optional hint={t('verdict:yes.reasonHint')} options={reasons} {...form.field('reason')} />
        <TextArea rows={4} optional {...form.field('note')} />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton>{t('verdict:yes.send')}</SubmitButton>
          <Link to={`/issues/${view.code}/verdict`} className="link py-2">{t('verdict:back')}</Link>
        </div>
      </HouseForm>
    </section>
  )
}
