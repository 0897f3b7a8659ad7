import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { isLanguage } from '#app/i18n/instance.ts'
import { languageCookie } from '#app/i18n/language.ts'
import { readForm } from '#app/http/form.server.ts'
import { ownPath } from '#app/http/own-path.ts'

export const loader = () => redirect('/')

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const language = form.get('language')
  const back = ownPath(form.get('returnTo'))
  if (!isLanguage(language)) return redirect(back, 303)
  const secure = new URL(request.url).protocol === 'https:'
  return redirect(back, { status: 303, headers: { 'Set-Cookie': languageCookie(language, secure) } })
}
