import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import en from './resources.en.ts'
import vi from './resources.vi.ts'

type Tree = { [key: string]: string | Tree }

function flat(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  )
}

const textsOf = (resources: object) =>
  new Map(Object.entries(resources).flatMap(([namespace, tree]) => flat(tree as Tree, `${namespace}:`)))

const texts = { vi: textsOf(vi), en: textsOf(en) }
const parametersOf = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort()

describe('the two languages', () => {
  test('have the same keys', () => {
    expect([...texts.en.keys()].sort()).toEqual([...texts.vi.keys()].sort())
  })

  test.each(['vi', 'en'] as const)('leave no text empty in %s', (language) => {
    const empty = [...texts[language]].filter(([, text]) => text.trim() === '')
    expect(empty).toEqual([])
  })

  test('put the same parameters into a sentence', () => {
    const differing = [...texts.vi].filter(([key, text]) => `${parametersOf(text)}` !== `${parametersOf(texts.en.get(key) ?? '')}`)
    expect(differing.map(([key]) => key)).toEqual([])
  })

  test('are written in composed letters', () => {
    const loose = [...texts.vi, ...texts.en].filter(([, text]) => text !== text.normalize('NFC'))
    expect(loose.map(([key]) => key)).toEqual([])
  })
})

/** Keys written out in code; those put together from parts are covered by the tests of their pages. */
function keysIn(source: string): string[] {
  const own = [...source.matchAll(/useTranslation\(\s*\[?'([\w-]+)'/g)].map(([, namespace]) => namespace)
  const said = [...source.matchAll(/\bt\(\s*'([^']+)'/g), ...source.matchAll(/\bkey: '([\w-]+:[\w.]+)'/g)].map(([, key]) => key ?? '')
  return said.map((key) => (key.includes(':') ? key : `${own[0] ?? 'common'}:${key}`))
}

const app = fileURLToPath(new URL('..', import.meta.url))
const sources = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!\.test)\.tsx?$/.test(name))

test('every text that a page asks for is there', () => {
  const missing = sources.flatMap((name) =>
    keysIn(readFileSync(join(app, name), 'utf8'))
      .filter((key) => !texts.vi.has(key) && !texts.vi.has(`${key}_other`))
      .map((key) => `${name}: ${key}`),
  )
  expect(missing).toEqual([])
})
