import { translator, type Language } from './instance.ts'
import type { Params } from './message.ts'

type Matches = { id: string; data?: unknown }[]

/** The `title` of a page for Remix' `meta`: what the page is about, then the product. */
export function titled(matches: Matches, key?: string, params?: Params) {
  const root = matches.find(({ id }) => id === 'root')?.data as { language?: Language } | undefined
  const t = translator(root?.language ?? 'vi')
  const product = t('common:product.name')
  return [{ title: key ? `${t(key, params)} · ${product}` : `${product} · ${t('common:product.tagline')}` }]
}
