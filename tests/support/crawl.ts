import { formsOf, linksOf, type Form } from './html.ts'

export type Visited = { path: string; status: number; html: string; forms: Form[] }

/** A path without the numbers and codes in it. */
export const pathShape = (path: string) => path.replace(/\/[^/?]*[A-Z\d.][^/?]*/g, '/#')

/** Pages that differ by numbers, codes and what their filters ask for are of one shape; each move's form is one. */
function shapeOf(path: string) {
  const { pathname, searchParams } = new URL(path, 'http://self.invalid')
  return `${pathShape(pathname)} ${[...searchParams.keys()].sort().join()} ${searchParams.get('move') ?? ''}`
}

/** Every page that a person reaches by links from `from`, a few of each shape and all of `from`; redirects are followed as links are. */
export async function crawl(origin: string, cookie: string, from: string[], { ofEachShape = 3 } = {}): Promise<Visited[]> {
  const queue = [...from]
  const known = new Set(queue)
  const shapes = new Map<string, number>()
  const visited: Visited[] = []
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const shape = shapeOf(path)
    const seen = shapes.get(shape) ?? 0
    if (seen >= ofEachShape && !from.includes(path)) continue
    shapes.set(shape, seen + 1)
    const response = await fetch(origin + path, { headers: { Cookie: cookie, Accept: 'text/html' }, redirect: 'manual' })
    const html = await response.text()
    visited.push({ path, status: response.status, html, forms: formsOf(html, path) })
    const next = [...linksOf(html), ...[response.headers.get('Location')].filter((to) => to !== null)]
    for (const link of next) {
      const { origin: where, pathname, search } = new URL(link, origin + path)
      if (where !== origin || known.has(pathname + search)) continue
      known.add(pathname + search)
      queue.push(pathname + search)
    }
  }
  return visited
}
