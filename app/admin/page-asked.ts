/** The page of a list that an address asks for, the first where it names none. */
export function pageAsked(search: URLSearchParams): number {
  const cursor = search.get('cursor') ?? '1'
  return /^[1-9]\d{0,5}$/.test(cursor) ? Number(cursor) : 1
}
