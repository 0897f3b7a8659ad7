/**
 * A public page may lie in a shared cache for a minute where nobody is signed in to the one who asks; a page rendered
 * for somebody with a cookie holds their language and, in the frame's data, who they are.
 */
export const cacheable = (request: Request): HeadersInit => ({
  'Cache-Control': request.headers.has('Cookie') ? 'private, no-cache' : 'public, max-age=60',
  Vary: 'Cookie',
})
