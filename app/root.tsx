import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, Link, Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteLoaderData } from '@remix-run/react'
import { useContext, useEffect, type ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Actor } from '#app/access/actor.ts'
import { inDemoMode } from '#app/access/demo-accounts.ts'
import { viewer } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import type { Translate } from '#app/i18n/instance.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { placesFor } from '#app/navigation.ts'
import { AppShell } from '#app/ui/app-shell.tsx'
import { ErrorPage } from '#app/ui/error-page.tsx'
import { useInPageLinks } from '#app/ui/in-page-links.ts'
import { Loading } from '#app/ui/loading.tsx'
import { named, type NamedRow } from '#app/ui/named.ts'
import { Rendering } from '#app/ui/rendering.ts'
import { readers as keepers } from '#app/views/audience.ts'
import { directoryOf } from '#db/queries/directory.ts'
import type { Role } from '#workflows/resolution/actor.ts'
import './tailwind.css'

export const meta: MetaFunction = ({ matches, error }) => titled(matches, error === undefined ? undefined : titleOf(error))

const titleOf = (error: unknown) => `common:status.${isRouteErrorResponse(error) ? error.status : 500}`

export async function loader(args: LoaderFunctionArgs) {
  const actor = await viewer(args)
  return {
    language: languageOf(args.request, actor),
    requestId: args.context.requestId,
    formKey: randomUUID(),
    demo: inDemoMode(),
    person: actor && (await personOf(actor)),
  }
}

async function personOf({ name, role, unit, onBehalfOf, unread }: Actor) {
  const { units } = await directoryOf(db())
  return { name, role, unread, unit: unit ? units.get(unit) : undefined, holder: onBehalfOf?.name }
}

export function Layout({ children }: { children: ReactNode }) {
  useRightLanguage()
  useInPageLinks()
  const { nonce, requestId } = useContext(Rendering)
  const { i18n } = useTranslation()
  return (
    <html lang={i18n.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <meta name="request-id" content={requestId} />
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <Loading />
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

/** A page holds the texts of one language: when signing in changes it, only a new page has the others. */
function useRightLanguage() {
  const { i18n } = useTranslation()
  const language = useRouteLoaderData<typeof loader>('root')?.language
  useEffect(() => {
    if (language && language !== i18n.language) window.location.reload()
  }, [language, i18n.language])
}

export default function App() {
  const bare = useMatches().some(({ handle }) => (handle as { bare?: boolean } | undefined)?.bare)
  return bare ? <Outlet /> : <Frame><Outlet /></Frame>
}

export function ErrorBoundary() {
  const root = useRouteLoaderData<typeof loader>('root')
  return <Frame><ErrorPage requestId={root?.requestId} /></Frame>
}

/** «Sở Công Thương · thay Nguyễn Văn An» */
const actsFor = ({ unit, holder }: { unit?: NamedRow; holder?: string }, t: Translate, language: string) =>
  [named(unit, language), holder && t('absence:menu', { name: holder })].filter(Boolean).join(' · ')

/** What only people of the offices and units have in their menu: their other roles, the views they keep. */
function OfOffices({ role }: { role: Role }) {
  const { t } = useTranslation()
  const look = 'flex min-h-11 items-center border-t border-line px-4 font-semibold text-navy no-underline hover:bg-wash'
  return (
    <>
      {keepers.some((one) => one === role) && <Link to="/views" className={look}>{t('views:title')}</Link>}
      <Link to="/account/absence" className={look}>{t('absence:link')}</Link>
    </>
  )
}

/** An error page stands in the frame too, also where the root's own data is missing. */
function Frame({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation()
  const root = useRouteLoaderData<typeof loader>('root')
  const person = root?.person
  return (
    <AppShell
      person={person && { name: person.name, role: t(`common:role.${person.role}`), actsFor: actsFor(person, t, i18n.language), more: person.unit && <OfOffices role={person.role} /> }}
      nav={placesFor(person?.role, person?.unread).map(({ key, ...place }) => ({ ...place, label: t(key) }))}
      searchAction={person && person.role !== 'admin' ? '/issues' : undefined}
      notice={root?.demo && t('common:shell.demo')}
    >
      {children}
    </AppShell>
  )
}
