import { openApi } from '#app/api/openapi.ts'

let document: string | undefined

export function loader() {
  document ??= JSON.stringify(openApi())
  return new Response(document, { headers: { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=300' } })
}
