import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteLoaderData } from '@remix-run/react'
import { useContext, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { viewer } from '#app/access/viewer.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { placesFor } from '#app/navigation.ts'
import { AppShell } from '#app/ui/app-shell.tsx'
import { ErrorPage } from '#app/ui/error-page.tsx'
import { Nonce } from '#app/ui/nonce.ts'
import './tailwind.css'

export const meta: MetaFunction = ({ matches }) => titled(matches)

export async function loader(args: LoaderFunctionArgs) {
  const actor = await viewer(args)
  return {
    language: languageOf(args.request, actor),
    requestId: args.context.requestId,
    formKey: randomUUID(),
    demo: ['1', 'true'].includes(process.env.DEMO ?? ''),
    person: actor && { name: actor.name, role: actor.role, actsFor: actor.unit },
  }
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(Nonce)
  const { i18n } = useTranslation()
  return (
    <html lang={i18n.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  const bare = useMatches().some(({ handle }) => (handle as { bare?: boolean } | undefined)?.bare)
  return bare ? <Outlet /> : <Frame><Outlet /></Frame>
}

export function ErrorBoundary() {
  const root = useRouteLoaderData<typeof loader>('root')
  return <Frame><ErrorPage requestId={root?.requestId} /></Frame>
}

/** An error page stands in the frame too, also where the root's own data is missing. */
function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const root = useRouteLoaderData<typeof loader>('root')
  const person = root?.person
  return (
    <AppShell
      person={person && { name: person.name, role: t(`common:role.${person.role}`), actsFor: person.actsFor ?? undefined }}
      nav={placesFor(person?.role).map(({ key, ...place }) => ({ ...place, label: t(key) }))}
      searchAction={person && '/search'}
      notice={root?.demo && t('common:shell.demo')}
    >
      {children}
    </AppShell>
  )
}
