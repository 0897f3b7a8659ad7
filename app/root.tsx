import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from '@remix-run/react'
import { useContext, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { ErrorPage } from '#app/ui/error-page.tsx'
import { Nonce } from '#app/ui/nonce.ts'
import './tailwind.css'

export const meta: MetaFunction = ({ matches }) => titled(matches)

export function loader({ request, context }: LoaderFunctionArgs) {
  return { language: languageOf(request), requestId: context.requestId, formKey: randomUUID() }
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
  return <Outlet />
}

export function ErrorBoundary() {
  const root = useRouteLoaderData<typeof loader>('root')
  return <ErrorPage requestId={root?.requestId} />
}
