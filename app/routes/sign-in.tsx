import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { demoAccounts, demoPassword, demoUnitAccounts, inDemoMode } from '#app/access/demo-accounts.ts'
import { signInForm } from '#app/access/sign-in-form.ts'
import { signIn } from '#app/access/sign-in.server.ts'
import { viewer } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import { ownPath } from '#app/http/own-path.ts'
import { titled } from '#app/i18n/title.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Email } from '#app/ui/email.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm } from '#app/ui/house-form.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { forgetPages } from '#app/ui/put-aside.ts'
import { TextInput } from '#app/ui/text-input.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'access:signIn.title')

export async function loader(args: LoaderFunctionArgs) {
  const returnTo = ownPath(new URL(args.request.url).searchParams.get('returnTo'))
  if (await viewer(args)) throw redirect(returnTo)
  return { returnTo, demo: inDemoMode() ? { password: demoPassword, accounts: [...demoAccounts, ...demoUnitAccounts] } : null }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, signInForm)
  if (!form.ok) return invalidForm(form)
  const from = { address: context.ip, userAgent: request.headers.get('User-Agent') }
  const signed = await signIn(db(), form.data, from)
  if (!signed.ok) {
    const errors = { '': { key: `access:signIn.${signed.because}` } }
    return data({ errors, values: { email: form.data.email } }, signed.because === 'tooMany' ? 429 : 422)
  }
  return redirect(ownPath(form.data.returnTo), { status: 303, headers: { 'Set-Cookie': signed.cookie } })
}

export default function SignIn() {
  const { t } = useTranslation()
  // who comes here is signed out, whichever way that happened
  useEffect(() => void forgetPages(), [])
  const { returnTo, demo } = useLoaderData<typeof loader>()
  const labels = { email: t('access:signIn.email'), password: t('access:signIn.password') }
  const form = useHouseForm(signInForm, { id: 'sign-in', labels, result: useActionData<typeof action>() })
  return (
    <div className="mx-auto max-w-xl space-y-6">
      <PageHeader title={t('access:signIn.title')} lead={t('access:signIn.lead')} />
      <Card>
        <HouseForm form={form}>
          <input type="hidden" name="returnTo" value={returnTo} />
          <TextInput type="email" autoComplete="username" {...form.field('email')} />
          <TextInput type="password" autoComplete="current-password" {...form.field('password')} />
          <SubmitButton>{t('access:signIn.submit')}</SubmitButton>
        </HouseForm>
      </Card>
      {demo && <DemoAccounts {...demo} returnTo={returnTo} />}
    </div>
  )
}

type Demo = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['demo']> & { returnTo: string }

/** A form a button, so that one click signs in without scripts too. */
function DemoAccounts({ accounts, password, returnTo }: Demo) {
  const { t } = useTranslation()
  return (
    <Card title={t('access:demo.title')}>
      <p>
        {t('access:demo.lead')} <code>{password}</code>
      </p>
      <ul className="mt-3 divide-y divide-line">
        {accounts.map(({ role, email, unit }) => (
          <li key={email} className="flex items-center gap-4 py-2">
            <span className="min-w-0 grow">
              <span className="block font-semibold">
                {t(`common:role.${role}`)}
                {unit && ` – ${t('access:demo.unit')}`}
              </span>
              <code className="text-sm wrap-anywhere"><Email of={email} /></code>
            </span>
            <form method="post" action="/sign-in" className="shrink-0">
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={password} />
              <input type="hidden" name="returnTo" value={returnTo} />
              <Button type="submit" variant="secondary" aria-label={t('access:demo.as', { email })}>
                {t('access:signIn.submit')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Card>
  )
}
