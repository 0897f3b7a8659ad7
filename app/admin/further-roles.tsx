import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { IdempotencyKey, SubmitButton } from '#app/ui/form.tsx'
import { formatDate } from '#app/ui/format.ts'
import type { Role } from '#workflows/resolution/actor.ts'

type Further = { id: number; role: Role; validTo: string | null; unitVi: string | null; unitEn: string | null; enterprise: string | null; association: string | null }

/** Roles beside the first one. After signing in a person chooses which of them to act in. */
export function FurtherRoles() {
  const { t, i18n } = useTranslation()
  const { further } = useLoaderData<{ further: Further[] }>()
  if (further.length === 0) return null
  const forWhom = ({ unitVi, unitEn, enterprise, association }: Further) => (i18n.language === 'en' ? unitEn : unitVi) ?? enterprise ?? association
  return (
    <Card title={t('admin:people.further')}>
      <ul className="divide-y divide-line">
        {further.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <span className="wrap-anywhere">
              <strong>{t(`common:role.${one.role}`)}</strong>{forWhom(one) && ` · ${forWhom(one)}`}
              {one.validTo && <span className="text-ink-soft"> · {t('admin:people.endedOn', { date: formatDate(one.validTo) })}</span>}
            </span>
            {one.validTo === null && (
              <Form method="post">
                <IdempotencyKey of={`endRole-${one.id}`} />
                <input type="hidden" name="membership" value={one.id} readOnly />
                <SubmitButton name="intent" value="endRole" variant="secondary">{t('admin:people.endRole', { role: t(`common:role.${one.role}`) })}</SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
