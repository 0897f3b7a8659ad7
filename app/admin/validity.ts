import type { Translate } from '#app/i18n/instance.ts'
import { formatDate } from '#app/ui/format.ts'

/** «từ 01/03/2025 đến 30/06/2025»; without a bound, in words. */
export function validity(t: Translate, { validFrom, validTo }: { validFrom: string | null; validTo: string | null }): string {
  const from = validFrom && formatDate(validFrom)
  const to = validTo && formatDate(validTo)
  if (from && to) return t('admin:validity.between', { from, to })
  if (from) return t('admin:validity.from', { from })
  return to ? t('admin:validity.to', { to }) : t('admin:validity.always')
}
