import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useRouteLoaderData, useSearchParams } from '@remix-run/react'
import { languageForm, passwordForm, tokenForm } from '#app/access/account-form.ts'
import type { Actor } from '#app/access/actor.ts'
import { changePassword } from '#app/access/change-password.server.ts'
import { endOwnSessions } from '#app/access/end-own-sessions.server.ts'
import { absoluteMs, sessionIdOf } from '#app/access/lucia.server.ts'
import { isShared } from '#app/access/require-own-account.server.ts'
import { revokeToken } from '#app/access/revoke-tokens.server.ts'
import { setLanguage } from '#app/access/set-language.server.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { invalidForm, parseForm, readForm } from '#app/http/form.server.ts'
import { languageCookie } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { ownSessions } from '#db/queries/own-sessions.ts'
import { ownTokens } from '#db/queries/own-tokens.ts'
import { CalendarCard } from './calendar-card.tsx'
import { calendarOf, changeCalendar } from './calendar.server.ts'
import { LettersCard } from './letters-card.tsx'
import { chooseLetters, lettersOf } from './letters.server.ts'
import { LanguageCard, PasswordCard, SessionsCard, TokensCard } from './cards.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'access:account.title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { personId, email, locale } = actor
  const [calendar, letters] = await Promise.all([calendarOf(db(), actor), lettersOf(db(), actor)])
  if (await isShared(db(), personId)) return { email, locale, shared: true, sessions: [], tokens: [], calendar, letters }
  const here = sessionIdOf(db(), args.request.headers.get('Cookie'))
  const since = new Date(Date.now() - absoluteMs)
  const [rows, tokens] = await Promise.all([ownSessions(db(), personId, since), ownTokens(db(), personId)])
  const sessions = rows.map(({ id, address, createdAt }) => ({ address, createdAt, here: id === here }))
  return { email, locale, shared: false, sessions, tokens, calendar, letters }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const form = await readForm(args.request)
  switch (form.get('intent')) {
    case 'password':
      return changed(args, actor, form)
    case 'language':
      return spoken(args, actor, form)
    case 'revokeToken':
      return revoked(actor, form)
    case 'calendar':
    case 'endCalendar':
      return changeCalendar(db(), actor, form.get('intent') === 'calendar' ? 'calendar' : 'endCalendar', new URL(args.request.url).origin)
    case 'letters':
      return chooseLetters(db(), actor, form)
    default:
      await endOwnSessions(db(), actor, sessionIdOf(db(), args.request.headers.get('Cookie')))
      return redirect('/account?done=sessions', 303)
  }
}

/** Not under the form's key like others: what is kept for a key would be a fast hash of the password. */
async function changed({ request, context }: ActionFunctionArgs, actor: Actor, form: FormData) {
  const parsed = await parseForm(form, passwordForm)
  if (!parsed.ok) return invalidForm(parsed)
  const from = { address: context.ip, sessionId: sessionIdOf(db(), request.headers.get('Cookie')) }
  const result = await changePassword(db(), actor, parsed.data, from)
  if (result.ok) return redirect('/account?done=password', 303)
  const values = { intent: 'password' }
  if (result.because === 'tooMany') return data({ errors: { '': { key: 'access:signIn.tooMany' } }, values }, 429)
  return invalidForm({ errors: { currentPassword: { key: 'access:account.wrongPassword' } }, values })
}

async function spoken({ request }: ActionFunctionArgs, actor: Actor, form: FormData) {
  const parsed = await parseForm(form, languageForm)
  if (!parsed.ok) return invalidForm(parsed)
  const { locale } = parsed.data
  await setLanguage(db(), actor.personId, locale)
  const cookie = languageCookie(locale, new URL(request.url).protocol === 'https:')
  return redirect('/account?done=language', { status: 303, headers: { 'Set-Cookie': cookie } })
}

async function revoked(actor: Actor, form: FormData) {
  const parsed = await parseForm(form, tokenForm)
  if (!parsed.ok) return invalidForm(parsed)
  await revokeToken(db(), actor, parsed.data.token)
  return redirect('/account?done=token', 303)
}

const notices = ['password', 'sessions', 'token', 'language', 'calendar', 'letters']

export default function Account() {
  const { t } = useTranslation()
  const { email, locale, shared, sessions, tokens, calendar, letters } = useLoaderData<typeof loader>()
  const formKey = (useRouteLoaderData('root') as { formKey?: string } | undefined)?.formKey
  const done = useSearchParams()[0].get('done') ?? ''
  return (
    <div className="mx-auto max-w-2xl space-y-6">
      <PageHeader title={t('access:account.title')} lead={email} />
      {notices.includes(done) && <Notice tone="good" title={t(done === 'letters' ? 'schedules:card.done' : `access:account.done.${done}`)} alert />}
      {shared ? (
        <Notice title={t('access:account.shared')}><p>{t('access:account.sharedHint')}</p></Notice>
      ) : (
        <>
          <PasswordCard key={formKey} email={email} />
          <SessionsCard sessions={sessions} />
          {tokens.length > 0 && <TokensCard tokens={tokens} />}
        </>
      )}
      {calendar && <CalendarCard address={calendar.address} />}
      {letters.length > 0 && <LettersCard letters={letters} />}
      <LanguageCard locale={locale} />
      <p><Link to="/audit/exports" className="link py-2">{t('exports:own')}</Link> <span className="text-ink-soft">{t('exports:ownHint')}</span></p>
    </div>
  )
}
