import { Form } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { IdempotencyKey, SubmitButton } from '#app/ui/form.tsx'

type Props = { conference: number; address: string | null; over: boolean }

/** The form that anybody may fill in who has its address: open or closed by one press. */
export function PublicForm({ conference, address, over }: Props) {
  const { t } = useTranslation()
  const open = address !== null && !over
  return (
    <Card title={t('before:publicForm.title')} id="public-form">
      <p>{t(over ? 'before:publicForm.over' : open ? 'before:publicForm.isOpen' : 'before:publicForm.isClosed')}</p>
      {open && (
        <div className="mt-4 flex flex-wrap gap-3">
          <LinkButton to={`/conferences/${conference}/qr`}>{t('before:publicForm.print')}</LinkButton>
          <LinkButton variant="secondary" to={address}>{t('before:publicForm.look')}</LinkButton>
        </div>
      )}
      {!over && (
        <Form method="post" className="mt-4">
          <IdempotencyKey of="public-form" />
          <input type="hidden" name="intent" value="publicForm" />
          <SubmitButton name="turn" value={open ? 'close' : 'open'} variant={open ? 'secondary' : 'primary'}>
            {t(open ? 'before:publicForm.close' : 'before:publicForm.open')}
          </SubmitButton>
        </Form>
      )}
      <p className="mt-4 text-sm text-ink-soft">{t('before:publicForm.about')}</p>
    </Card>
  )
}
