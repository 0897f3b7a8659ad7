import { useLocation } from '@remix-run/react'

export type NavItem = { to: string; label: string; count?: number; end?: boolean }

export function NavLinks({ items, className }: { items: NavItem[]; className: string }) {
  const { pathname } = useLocation()
  return (
    <ul className={className}>
      {items.map(({ to, label, count, end }) => (
        <li key={to}>
          <a href={to} aria-current={isHere(pathname, to, end) ? 'page' : undefined} className="nav-link">
            {label}
            {count ? <span className="count">{count}</span> : null}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** A place is current on the pages below it too, unless it is the `end`. */
function isHere(pathname: string, to: string, end: boolean | undefined) {
  return pathname === to || (!end && pathname.startsWith(`${to}/`))
}
