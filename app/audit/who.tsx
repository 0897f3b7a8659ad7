import { useTranslation } from '#app/i18n/use-translation.ts'

/** Under whose name it was done and, where they stood in, for whom; the register itself where it was nobody. */
export function Who({ name, onBehalfOf }: { name: string | null; onBehalfOf: string | null }) {
  const { t } = useTranslation()
  const done = name ?? t('audit:system')
  return onBehalfOf ? t('audit:onBehalfOf', { name: done, other: onBehalfOf }) : done
}
