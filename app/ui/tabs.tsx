
export type Tab = { to: string; label: string; count?: number | string; current: boolean }

/** Links that look like tabs: each is an address of its own, so that it can be sent to a colleague. */
export function Tabs({ label, items }: { label: string; items: Tab[] }) {
  return (
    <nav aria-label={label} className="mb-5 border-b border-line print:hidden">
      <ul className="-mb-px flex flex-wrap gap-x-1">
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
