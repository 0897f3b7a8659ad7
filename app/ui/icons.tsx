import type { ReactNode } from 'react'

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" className="size-5 shrink-0" aria-hidden="true">
      {children}
    </svg>
  )
}

export const MenuIcon = () => <Icon><path d="M4 6h16M4 12h16M4 18h16" /></Icon>
export const SearchIcon = () => <Icon><path d="M16 16l5 5M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0z" /></Icon>
export const PersonIcon = () => <Icon><path d="M4 21c0-4 3.5-6 8-6s8 2 8 6M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0z" /></Icon>
export const UpIcon = () => <Icon><path d="M12 20V5M5 12l7-7 7 7" /></Icon>
export const DownIcon = () => <Icon><path d="M12 4v15M5 12l7 7 7-7" /></Icon>
