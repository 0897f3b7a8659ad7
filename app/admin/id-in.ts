import { notFound } from '#app/http/errors.ts'

/** The row of a list that an address names, «?id=12»; null where it names none. Throws `NotFound` for what can be no row. */
export function idIn(request: Request): number | null {
  const id = new URL(request.url).searchParams.get('id')
  if (id === null) return null
  return /^[1-9]\d{0,14}$/.test(id) ? Number(id) : notFound('row')
}
