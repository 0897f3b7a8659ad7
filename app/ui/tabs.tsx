import { useEffect, useRef } from 'react'

export type Tab = { to: string; label: string; count?: number | string; current: boolean }

/**
 * Links that look like tabs: each is an address of its own, so that it can be sent to a colleague. `oneLine`: on a phone they are
 * a line to be pushed, where six lines of them would push the page away.
 */
export function Tabs({ label, items, oneLine }: { label: string; items: Tab[]; oneLine?: boolean }) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const [all, current] = [list.current, list.current?.querySelector<HTMLElement>('[aria-current]')]
    if (all && current) all.scrollLeft = current.offsetLeft - all.offsetLeft - all.clientWidth / 3
  }, [])
  return (
    <nav aria-label={label} className="mb-5 border-b border-line print:hidden">
      <ul ref={list} className={`-mb-px flex flex-wrap gap-x-1 ${oneLine ? 'max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:whitespace-nowrap' : ''}`}>
        {items.map(({ to, label: text, count, current }) => (
          <li key={to}>
            <a href={to} aria-current={current ? 'page' : undefined} className="nav-link">
              {text}
              {count !== undefined && <span className="count">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
