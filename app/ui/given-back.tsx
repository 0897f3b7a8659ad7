import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button, LinkButton } from './button.tsx'
import { TextArea } from './text-input.tsx'

type Sent = { action: string; multipart: boolean; fields: [string, string][] }

/** What an error holds of a form that came from nobody, or nothing. */
export const givenBackBy = (data: unknown) => (data as { detail?: { givenBack?: Sent } } | null)?.detail?.givenBack

const isText = ([, value]: [string, string]) => value.length > 40 || value.includes('\n')

/** All that was sent, to be sent again after signing in beside it: no store, no scripts, and nothing lost meanwhile. */
export function GivenBack({ action, multipart, fields }: Sent) {
  const { t } = useTranslation()
  const texts = fields.filter(isText)
  return (
    <form method="post" action={action} encType={multipart ? 'multipart/form-data' : undefined} className="mt-6 space-y-6">
      <p>{t('common:signedOut.how')}</p>
      {multipart && <p>{t('common:signedOut.files')}</p>}
      {fields.filter((pair) => !isText(pair)).map(([name, value], at) => <input key={at} type="hidden" name={name} value={value} />)}
      {texts.map(([name, value], at) => (
        <TextArea key={at} id={`given-back-${at}`} name={name} label={t('common:signedOut.typed', { n: at + 1 })} defaultValue={value} rows={8} />
      ))}
      <p className="flex flex-wrap gap-3">
        <LinkButton to="/sign-in" target="_blank">{t('common:signedOut.signIn')}</LinkButton>
        <Button type="submit" variant="secondary">{t('common:signedOut.again')}</Button>
      </p>
    </form>
  )
}
