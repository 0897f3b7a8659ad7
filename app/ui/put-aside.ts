/** Caches of this house: each is of one build, a page beside the files that it was built with. */
const prefix = 'desk'

type Manifest = { version: string; url: string }

/** Puts the page aside for when the network is gone, in place of those of earlier builds; its worker stands for `scope`. */
export async function putAside(worker: string, scope: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register(worker, { scope })
  const build = (window as unknown as { __remixManifest: Manifest }).__remixManifest
  const page = await fetch(window.location.pathname, { redirect: 'error' })
  const text = await page.clone().text()
  // the server was built anew since this page came: the next visit puts its page aside
  if (!page.ok || !text.includes(build.url)) return
  const used = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => path.startsWith('/assets/'))
  const named = text.match(/\/assets\/[\w.-]+\.\w+/g) ?? []
  const name = `${prefix}-${build.version}`
  const cache = await caches.open(name)
  await cache.addAll([...new Set([...used, ...named])])
  await cache.put(window.location.pathname, page)
  await forget((one) => one !== name)
}

/** What was put aside is of the person who was signed in; what waits to be sent is kept elsewhere, and stays. */
export const forgetPages = () => forget(() => true)

async function forget(which: (name: string) => boolean) {
  const names = (await globalThis.caches?.keys()) ?? []
  await Promise.all(names.filter((name) => name.startsWith(prefix) && which(name)).map((name) => caches.delete(name)))
}
