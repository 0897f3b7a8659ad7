import type { ReactNode } from 'react'

export type Definition = { term: string; value: ReactNode; key?: string }

/** Facts in pairs; a fact without a value is left out. */
export function DefinitionList({ items }: { items: Definition[] }) {
  return (
    <dl className="facts">
      {items
        .filter(({ value }) => value !== undefined && value !== null && value !== '')
        .map(({ term, value, key }) => (
          <div key={key ?? term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
