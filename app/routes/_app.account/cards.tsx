import { Form, useActionData } from '@remix-run/react'
import { languageForm, passwordForm, shortestPassword } from '#app/access/account-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { TextInput } from '#app/ui/text-input.tsx'

/** What the action said of one of the page's forms. */
function useResult(intent: string) {
  const result = useActionData<FormResult>()
  return result?.values?.intent === intent ? result : undefined
}

/** The e-mail is there for password managers, which otherwise keep the new password under no name. */
export function PasswordCard({ email }: { email: string }) {
  const { t } = useTranslation()
  const labels = {
    currentPassword: t('access:account.currentPassword'),
    newPassword: t('access:account.newPassword'),
    newPasswordAgain: t('access:account.newPasswordAgain'),
  }
  const form = useHouseForm(passwordForm, { id: 'password', labels, result: useResult('password') })
  return (
    <Card title={t('access:account.password')}>
      <HouseForm form={form}>
        <p className="text-ink-soft">{t('access:account.passwordHint')}</p>
        <input type="hidden" name="intent" value="password" />
        <input type="text" value={email} autoComplete="username" readOnly hidden />
        <TextInput type="password" autoComplete="current-password" {...form.field('currentPassword')} />
        <TextInput type="password" autoComplete="new-password" hint={t('access:account.newHint', { min: shortestPassword })} {...form.field('newPassword')} />
        <TextInput type="password" autoComplete="new-password" {...form.field('newPasswordAgain')} />
        <SubmitButton>{t('access:account.changePassword')}</SubmitButton>
      </HouseForm>
    </Card>
  )
}

type Session = { address: string | null; createdAt: Date; here: boolean }

export function SessionsCard({ sessions }: { sessions: Session[] }) {
  const { t } = useTranslation()
  return (
    <Card title={t('access:account.sessions')}>
      <p className="text-ink-soft">{t('access:account.sessionsHint')}</p>
      <ul className="mt-3 divide-y divide-line">
        {sessions.map(({ address, createdAt, here }, index) => (
          <li key={index} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 grow">
              <span className="block">{t('access:account.since', { time: formatDateTime(createdAt) })}</span>
              <span className="block text-sm wrap-anywhere text-ink-soft">{address ? t('access:account.address', { address }) : t('access:account.noAddress')}</span>
            </span>
            {here && <Badge tone="good">{t('access:account.here')}</Badge>}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form method="post" className="mt-4">
          <SubmitButton name="intent" value="sessions" variant="secondary">{t('access:account.endOthers')}</SubmitButton>
        </Form>
      )}
    </Card>
  )
}

type Token = { id: number; name: string; createdAt: Date; lastUsedAt: Date | null }

export function TokensCard({ tokens }: { tokens: Token[] }) {
  const { t } = useTranslation()
  return (
    <Card title={t('access:account.tokens')}>
      <p className="text-ink-soft">{t('access:account.tokensHint')}</p>
      <ul className="mt-3 divide-y divide-line">
        {tokens.map(({ id, name, createdAt, lastUsedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 grow">
              <span className="block font-semibold wrap-anywhere">{name}</span>
              <span className="block text-sm text-ink-soft">
                {t('access:account.tokenMade', { time: formatDateTime(createdAt) })}
                {' · '}
                {lastUsedAt ? t('access:account.tokenUsed', { time: formatDateTime(lastUsedAt) }) : t('access:account.tokenUnused')}
              </span>
            </span>
            <Form method="post">
              <input type="hidden" name="token" value={id} />
              <SubmitButton name="intent" value="revokeToken" variant="secondary" aria-label={t('access:account.revokeOne', { name })}>{t('access:account.revoke')}</SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Not sent by script: the texts of another language come with a new page. */
export function LanguageCard({ locale }: { locale: string }) {
  const { t } = useTranslation()
  const options = (['vi', 'en'] as const).map((value) => ({ value, label: <span lang={value}>{t(`common:language.${value}`)}</span> }))
  const labels = { locale: t('access:account.languageOf') }
  const form = useHouseForm(languageForm, { id: 'language', labels, initial: { locale }, result: useResult('language') })
  return (
    <Card title={t('common:shell.language')}>
      <form method="post" className="space-y-6">
        <input type="hidden" name="intent" value="language" />
        <RadioGroup {...form.field('locale')} options={options} />
        <SubmitButton>{t('access:account.saveLanguage')}</SubmitButton>
      </form>
    </Card>
  )
}
