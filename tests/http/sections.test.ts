import { matchRoutes } from '@remix-run/react'
import type { ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import { narrowed, sectionOf, sectionsOf } from '#app/http/narrow-build.ts'
import { loadBuild } from '#tests/support/server.ts'

const build = await loadBuild()

type Node = { id: string; path?: string; index?: true; children?: Node[] }
const treeOf = ({ routes }: ServerBuild, parentId?: string): Node[] =>
  Object.values(routes)
    .filter((route) => route?.parentId === parentId)
    .map((route) => ({ id: route!.id, path: route!.path, ...(route!.index ? { index: true as const } : { children: treeOf({ routes } as ServerBuild, route!.id) }) }))
const found = (of: ServerBuild, path: string) => matchRoutes(treeOf(of) as never, path)?.map(({ route }) => (route as Node).id)

/** An address for every route: its own path with something in place of each parameter. */
const addresses = Object.values(build.routes).map((route) => {
  const parts: string[] = []
  for (let one: typeof route | undefined = route; one; one = one.parentId ? build.routes[one.parentId] : undefined) if (one.path) parts.unshift(one.path)
  return `/${parts.join('/').replace(/:\w+/g, 'x1').replace('*', 'nowhere')}`
})

test('every address reaches the same routes through its section as through the whole build', () => {
  const sections = sectionsOf(build)
  for (const address of [...new Set(addresses), '/nowhere/at/all', '/issues/KN26-00001/nothing']) {
    const section = sectionOf(address)
    const used = sections.has(section) ? narrowed(build, section) : build
    expect(found(used, address), address).toEqual(found(build, address))
  }
})
