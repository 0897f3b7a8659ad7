import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { FilingPage } from '#app/issues/filing/pages.ts'
import { Button } from '#app/ui/button.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import type { HouseFormState } from '#app/ui/house-form.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { KeepDraft } from './keep-draft.tsx'

type Props = {
  page: FilingPage
  at: { step: number; total: number; revision: number; toCheck: boolean }
  form: HouseFormState
  children: ReactNode
}

/** One question of the way: where one is, the question, the answer, on and back. */
export function Question({ page, at, form, children }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <p className="font-semibold text-ink-soft">{t('filing:step', { n: at.step, total: at.total })}</p>
      <PageHeader title={t(`filing:${page}.title`)} />
      <HouseForm form={{ ...form, onSubmit: (event) => leavesUnchecked(event) || form.onSubmit(event) }}>
        <input type="hidden" name="page" value={page} />
        <input type="hidden" name="revision" value={at.revision} />
        {children}
        {/* the first button of a form is the one that Enter presses */}
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton>{t(at.toCheck ? 'filing:save' : 'filing:next')}</SubmitButton>
          <Button type="submit" name="go" value="back" variant="secondary" formNoValidate>
            {t('filing:back')}
          </Button>
        </div>
        <KeepDraft formId={form.id} />
      </HouseForm>
    </>
  )
}

const leavesUnchecked = ({ nativeEvent }: FormEvent) =>
  ((nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null)?.formNoValidate === true
