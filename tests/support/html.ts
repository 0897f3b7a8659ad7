const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" }
const decoded = (text: string) => text.replace(/&([\w#]+);/g, (whole, name: string) => entities[name] ?? whole)

function attributesOf(tag: string): Record<string, string> {
  const found = [...tag.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name, value = '']) => [name!.toLowerCase(), decoded(value)])
  return Object.fromEntries(found.reverse()) as Record<string, string>
}

const tagsOf = (html: string, name: string) => [...html.matchAll(new RegExp(`<(?:${name})\\b[^>]*>`, 'g'))].map(([tag]) => ({ tag, ...attributesOf(tag) }) as Record<string, string>)

export const linksOf = (html: string) => tagsOf(html, 'a').flatMap(({ href }) => (href ? [href] : []))

export type Form = { action: string; method: string; multipart: boolean; fields: { name: string; type: string; value: string }[] }

/** The forms of a page as a browser would send them; `action` is a path. */
export function formsOf(html: string, path: string): Form[] {
  return [...html.matchAll(/(<form\b[^>]*>)(.*?)<\/form>/gs)].map(([, tag = '', inside = '']) => {
    const { action = '', method = 'get', enctype } = attributesOf(tag)
    const { pathname, search } = new URL(action || path, `http://self.invalid${path}`)
    return { action: pathname + search, method: method.toLowerCase(), multipart: enctype === 'multipart/form-data', fields: fieldsOf(inside) }
  })
}

function fieldsOf(inside: string): Form['fields'] {
  const inputs = tagsOf(inside, 'input|button').filter(({ name }) => name).map(({ name, type = 'text', value = '' }) => ({ name: name!, type, value }))
  const areas = [...inside.matchAll(/(<textarea\b[^>]*>)(.*?)<\/textarea>/gs)].map(([, tag = '', value = '']) => ({ name: attributesOf(tag).name ?? '', type: 'textarea', value: decoded(value) }))
  const selects = [...inside.matchAll(/(<select\b[^>]*>)(.*?)<\/select>/gs)].map(([, tag = '', options = '']) => {
    const values = tagsOf(options, 'option').map(({ value = '' }) => value)
    return { name: attributesOf(tag).name ?? '', type: 'select', value: values.find(Boolean) ?? '' }
  })
  const all = [...inputs, ...areas, ...selects].filter(({ name }) => name)
  return all.filter((field, at) => all.findIndex(({ name }) => name === field.name) === at)
}
