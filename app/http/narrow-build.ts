import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']

/** The first part of an address, as routes are told apart by it; single-fetch asks for «/work.data» or «/_root.data». */
export const sectionOf = (pathname: string): string => {
  const first = pathname.split('/')[1]?.replace(/\.data$/, '').toLowerCase() ?? ''
  return first === '_root' ? '' : first
}

/** The first parts that routes of this build name outright. */
export function sectionsOf(build: ServerBuild): Set<string> {
  return new Set(leaves(build.routes).map((id) => firstPart(build.routes, id)).filter((part) => !isOpenEnded(part)))
}

/**
 * The build with only the routes that an address beginning so can reach. Remix ranks and compiles every route of a
 * build several times for each request: with some sixty of them that was a third of a page's processor time.
 */
export function narrowed(build: ServerBuild, section: string): ServerBuild {
  const kept = new Set<string>()
  for (const leaf of leaves(build.routes)) {
    const part = firstPart(build.routes, leaf)
    if (part === section || isOpenEnded(part)) for (const id of lineOf(build.routes, leaf)) kept.add(id)
  }
  const keep = <R extends Record<string, unknown>>(routes: R) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id))) as R
  // the browser gets the whole manifest by its own address
  return { ...build, routes: keep(build.routes), assets: { ...build.assets, routes: keep(build.assets.routes) } }
}

const isOpenEnded = (part: string) => part === '*' || part.startsWith(':')

const leaves = (routes: Routes) => {
  const parents = new Set(Object.values(routes).map((route) => route?.parentId))
  return Object.keys(routes).filter((id) => !parents.has(id))
}

/** A route and those around it, from itself to the root. */
function lineOf(routes: Routes, id: string): string[] {
  const parent = routes[id]?.parentId
  return parent ? [id, ...lineOf(routes, parent)] : [id]
}

function firstPart(routes: Routes, id: string): string {
  const path = lineOf(routes, id).reverse().map((one) => routes[one]?.path).filter(Boolean).join('/')
  return path.split('/')[0]?.toLowerCase() ?? ''
}
