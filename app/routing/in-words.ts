import type { Language } from '#app/i18n/instance.ts'
import type { Message } from '#app/i18n/message.ts'
import type { Reason } from '#workflows/routing/types.ts'

const day = /^(\d{4})-(\d{2})-(\d{2})$/

/** A reason as a sentence of the `routing` texts: names in the language of the page, dates as they are written here. */
export function inWords({ key, params }: Reason, language: Language): Message {
  const [own, other] = language === 'en' ? ['En', 'Vi'] : ['Vi', 'En']
  const entries = Object.entries(params).flatMap(([name, value]): [string, string | number][] => {
    if (name.endsWith(other)) return []
    const plain = name.endsWith(own) ? name.slice(0, -2) : name
    return [[plain, typeof value === 'string' ? value.replace(day, '$3/$2/$1') : value]]
  })
  return { key: `routing:${key}`, params: Object.fromEntries(entries) }
}
