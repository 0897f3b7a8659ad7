/* global self, fetch, caches, URL, Response */
// The secretary's desk when the network is gone: what the page put into its cache stands in for what cannot be fetched.
const isDesk = ({ pathname }) => /^\/conferences\/\d+\/desk$/.test(pathname)

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  const ours = url.origin === self.location.origin && request.method === 'GET'
  if (!ours || !(url.pathname.startsWith('/assets/') || (request.mode === 'navigate' && isDesk(url)))) return
  event.respondWith(fetch(request).catch(async () => (await caches.match(url.pathname)) ?? Response.error()))
})
