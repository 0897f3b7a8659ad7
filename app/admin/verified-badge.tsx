import { useTranslation } from '#app/i18n/use-translation.ts'
import { Badge } from '#app/ui/badge.tsx'

/** Whether an official document stands behind it, or it is still to be confirmed. */
export function VerifiedBadge({ of }: { of: { verified: boolean } }) {
  const { t } = useTranslation()
  return (
    <span className="whitespace-nowrap">
      <Badge tone={of.verified ? 'good' : 'warn'}>{t(of.verified ? 'admin:verified.yes' : 'admin:verified.no')}</Badge>
    </span>
  )
}
