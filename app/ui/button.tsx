import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'

type Variant = 'primary' | 'secondary' | 'quiet' | 'danger'

const base =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded px-4 py-2 font-semibold leading-snug no-underline disabled:cursor-default disabled:opacity-60'

const looks: Record<Variant, string> = {
  primary: 'bg-navy text-paper hover:bg-navy-deep',
  secondary: 'border border-navy bg-paper text-navy hover:bg-wash',
  quiet: 'text-navy underline hover:bg-wash',
  danger: 'bg-bad text-paper hover:bg-bad-deep',
}

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { variant?: Variant }

export function Button({ variant = 'primary', type = 'button', className = '', ...rest }: ButtonProps) {
  return <button type={type} className={`${base} ${looks[variant]} ${className}`} {...rest} />
}

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { to: string; variant?: Variant }

export function LinkButton({ to, variant = 'primary', className = '', children, ...rest }: LinkProps) {
  return (
    <a href={to} className={`${base} ${looks[variant]} ${className}`} {...rest}>
      {children}
    </a>
  )
}
