/* global self, fetch, caches, URL, setTimeout */
// The secretary's desk when the network is gone, or there in name only. Files of a build never change, so those put aside
// serve at once; the page itself is asked for first, and the one put aside stands in for what does not come.
const isDesk = ({ pathname }) => /^\/conferences\/\d+\/desk$/.test(pathname)
const patienceMs = 4000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== self.location.origin || request.method !== 'GET') return
  if (url.pathname.startsWith('/assets/')) event.respondWith(caches.match(url.pathname).then((kept) => kept ?? fetch(request)))
  else if (request.mode === 'navigate' && isDesk(url)) event.respondWith(desk(request, url.pathname))
})

async function desk(request, path) {
  const kept = await caches.match(path)
  const asked = fetch(request)
  if (!kept) return asked
  const late = new Promise((resolve) => setTimeout(resolve, patienceMs, kept))
  // a server that is just being replaced answers 502 or 503
  return Promise.race([late, asked.then((answer) => (answer.status >= 500 ? kept : answer), () => kept)])
}
