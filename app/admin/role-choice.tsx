import { Link, useSearchParams } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { roles } from '#workflows/resolution/actor.ts'

/** The first question. Each role is an address, and the form behind it asks only for what that role needs. */
export function RoleChoice() {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const to = (role: string) => `?${new URLSearchParams([...search].filter(([name]) => name !== 'role').concat([['role', role]]))}`
  return (
    <Card title={t('admin:people.chooseRole')}>
      <ul className="divide-y divide-line">
        {roles.map((role) => (
          <li key={role} className="py-3">
            <Link to={to(role)} className="link font-semibold">{t(`common:role.${role}`)}</Link>
            <p className="text-sm text-ink-soft">{t(`admin:people.about.${role}`)}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
