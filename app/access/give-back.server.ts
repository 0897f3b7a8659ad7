import type { GivenBack } from '#app/http/errors.ts'
import { isMultipart, readMultipart } from '#app/http/multipart.server.ts'
import { ownPath } from '#app/http/own-path.ts'

const isSecret = (name: string) => /password|secret/i.test(name)

/** What somebody sent whose session had ended; nothing for who was only reading, or never had a session here. */
export async function giveBack(request: Request): Promise<GivenBack | undefined> {
  const had = /(?:^|;\s*)session=[^;]/.test(request.headers.get('Cookie') ?? '')
  if (request.method !== 'POST' || !had) return undefined
  // files are read past: no page can give them back
  const multipart = isMultipart(request)
  const form = await (multipart ? readMultipart(request, { megabytes: 1 }) : request.formData()).catch(() => undefined)
  const fields = [...(form ?? [])].filter((pair): pair is [string, string] => typeof pair[1] === 'string' && !isSecret(pair[0]))
  if (!form || fields.length === 0) return undefined
  return { action: actionOf(request), multipart, fields }
}

/** Remix takes `index` away before an action sees its address; without it the form would go to the route around. */
function actionOf({ url }: Request) {
  const { pathname, search } = new URL(url)
  return ownPath(`${pathname}${search ? `${search}&` : '?'}index`)
}
