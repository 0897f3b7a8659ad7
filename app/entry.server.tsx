import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { EntryContext, HandleErrorFunction } from '@remix-run/node'
import type { AppLoadContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import '#app/http/load-context.ts'
import { log } from '#app/http/log.ts'
import { loggedPath } from '#app/http/logged-path.ts'
import { withoutPadding } from '#app/http/without-padding.ts'
import { instanceOf, isLanguage, register } from '#app/i18n/instance.ts'
import { languageOf } from '#app/i18n/language.ts'
import en from '#app/i18n/resources.en.ts'
import vi from '#app/i18n/resources.vi.ts'
import { Rendering } from '#app/ui/rendering.ts'

register('vi', vi)
register('en', en)

export const streamTimeout = 5_000

/**
 * Renders the page whole and sends it in one piece. No loader defers anything, so a stream would not start earlier; it
 * would only be cut into pieces that each pass through two kinds of stream and the compressor.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, requestId }: AppLoadContext,
) {
  return new Promise<Response>((resolve, reject) => {
    let code = status
    const { pipe, abort } = renderToPipeableStream(page(request, remix, { nonce, requestId }), {
      nonce,
      onAllReady: () => {
        clearTimeout(timer)
        headers.set('Content-Type', 'text/html; charset=utf-8')
        keepPrivate(headers)
        // comes after a failure too, and then what is piped ends in it: left to itself that would end the process
        buffer(pipe(new PassThrough())).then((padded) => {
          const whole = withoutPadding(padded)
          headers.set('Content-Length', String(whole.length))
          resolve(new Response(whole, { headers, status: code }))
        }, reject)
      },
      onShellError: (error) => {
        clearTimeout(timer)
        reject(error as Error)
      },
      onError(error) {
        code = 500
        if (!request.signal.aborted) log.error({ err: error, requestId }, 'rendering failed')
      },
    })
    const timer = setTimeout(abort, streamTimeout + 1_000)
  })
}

/** Pages hold one person's rights: a shared cache must not keep them, the browser asks again. */
function keepPrivate(headers: Headers) {
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')
}

export function handleDataRequest(response: Response) {
  keepPrivate(response.headers)
  return response
}

function page(request: Request, remix: EntryContext, rendering: { nonce: string; requestId: string }) {
  const root = remix.staticHandlerContext.loaderData['root'] as { language?: unknown } | undefined
  const language = isLanguage(root?.language) ? root.language : languageOf(request)
  return (
    <Rendering.Provider value={rendering}>
      <I18nextProvider i18n={instanceOf(language)}>
        <RemixServer context={remix} url={request.url} nonce={rendering.nonce} />
      </I18nextProvider>
    </Rendering.Provider>
  )
}

/** A bug is logged once, under the id the person sees. Someone who left, and what we threw on purpose, is none. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteResponse(error)) return
  log.error({ err: error, requestId: context.requestId, path: loggedPath(new URL(request.url).pathname) }, 'a bug')
}

/** Remix reports its own 404 and 405 through the same door. */
function isRouteResponse(error: unknown) {
  return typeof error === 'object' && error !== null && 'status' in error && Number(error.status) < 500
}
