import { NavLink } from '@remix-run/react'

export type NavItem = { to: string; label: string; count?: number; end?: boolean }

export function NavLinks({ items, className }: { items: NavItem[]; className: string }) {
  return (
    <ul className={className}>
      {items.map(({ to, label, count, end }) => (
        <li key={to}>
          <NavLink to={to} end={end} className="nav-link">
            {label}
            {count ? <span className="count">{count}</span> : null}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}
