import type { Request, Response } from 'express'
import { translator } from '#app/i18n/instance.ts'
import { languageInCookie } from '#app/i18n/language.ts'

const asHtml: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (char) => asHtml[char] ?? char)

/** Answers without Remix, in the person's language: a problem document to a program, a plain page to a browser. */
export function refuse(req: Request, res: Response, status: number, key: string) {
  const language = languageInCookie(req.headers.cookie) ?? 'vi'
  const t = translator(language)
  const title = t(`common:status.${status}`)
  const detail = t(key)
  const requestId = String(res.locals.requestId ?? '')
  res.status(status).set('Cache-Control', 'no-store')
  if (req.path.startsWith('/api/') || !req.accepts('html')) {
    res.type('application/problem+json').send(JSON.stringify({ type: 'about:blank', title, status, detail, requestId }))
    return
  }
  const footer = `${t('common:errors.requestId')}: ${requestId}`
  res.type('html').send(
    `<!doctype html><html lang="${language}"><meta charset="utf-8">` +
      `<meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>` +
      `<h1>${escaped(title)}</h1><p>${escaped(detail)}</p><p>${escaped(footer)}</p>` +
      `<p><a href="/">${escaped(t('common:errors.home'))}</a></p></html>`,
  )
}
