import { useTranslation } from '#app/i18n/use-translation.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { SubmitButton } from '#app/ui/form.tsx'

/** The end of a form beside its list: saves, and where a row is being changed leads back to the list without. */
export function SaveOrCancel({ editing, list }: { editing: boolean; list: string }) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-wrap items-center gap-4">
      <SubmitButton>{t('admin:save')}</SubmitButton>
      {editing && <LinkButton variant="quiet" to={list}>{t('common:form.cancel')}</LinkButton>}
    </div>
  )
}
