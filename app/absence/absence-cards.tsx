import { useActionData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { Select } from '#app/ui/choice.tsx'
import { HouseForm, IdempotencyKey, SubmitButton } from '#app/ui/form.tsx'
import { formatDate } from '#app/ui/format.ts'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { named } from '#app/ui/named.ts'
import { DateInput, TextInput } from '#app/ui/text-input.tsx'
import type { Capacity } from '#db/queries/capacities.ts'
import type { Handed, StandIn } from '#db/queries/delegations.ts'
import { handOverForm } from './absence-form.ts'

type Unit = { unitVi: string | null; unitEn: string | null }

/** «Chuyên viên · Sở Công Thương», in the language of the page. */
function useCapacityName() {
  const { t, i18n } = useTranslation()
  return ({ role, unitVi, unitEn }: Unit & Pick<Capacity, 'role'>) =>
    [t(`common:role.${role}`), unitVi && named({ nameVi: unitVi, nameEn: unitEn ?? '' }, i18n.language)].filter(Boolean).join(' · ')
}

/** `mayEnd` says which of them are the reader's to end. */
export function Arrangements({ items, mayEnd }: { items: Handed[]; mayEnd: (item: Handed) => boolean }) {
  const { t } = useTranslation()
  const capacityName = useCapacityName()
  return (
    <Card title={t('absence:list.title')}>
      {items.length === 0 && <EmptyState title={t('absence:list.empty')}>{t('absence:list.emptyHint')}</EmptyState>}
      <ul className="divide-y divide-line">
        {items.map((item) => {
          const line = t('absence:list.line', { to: item.to, holder: item.holder })
          return (
            <li key={item.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
              <span className="min-w-0 grow basis-64">
                <span className="block font-semibold">{line}</span>
                <span className="block text-sm text-ink-soft">{capacityName(item)}</span>
                <span className="block text-sm text-ink-soft">
                  {t('absence:list.dates', { from: formatDate(item.fromOn), until: formatDate(item.untilOn) })} · {item.reason}
                </span>
              </span>
              {mayEnd(item) && (
                <form method="post">
                  <IdempotencyKey of={`end-${item.id}`} />
                  <input type="hidden" name="delegation" value={item.id} />
                  <SubmitButton name="intent" value="end" variant="secondary" aria-label={t('absence:list.endOf', { line })}>{t('absence:list.end')}</SubmitButton>
                </form>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

export function HandOverCard({ capacities, standIns }: { capacities: Capacity[]; standIns: StandIn[] }) {
  const { t, i18n } = useTranslation()
  const capacityName = useCapacityName()
  const names = ['membershipId', 'toPersonId', 'fromOn', 'untilOn', 'reason'] as const
  const labels = Object.fromEntries(names.map((name) => [name, t(`absence:form.${name}`)])) as Record<(typeof names)[number], string>
  const [only] = capacities.length === 1 ? capacities : []
  const initial = only && { membershipId: String(only.membershipId) }
  const form = useHouseForm(handOverForm, { id: 'absence', labels, initial, result: useActionData<FormResult>() })
  if (standIns.length === 0) return <Card title={t('absence:form.title')}><p>{t('absence:form.nobody')}</p></Card>
  const people = standIns.map(({ id, name, unitVi, unitEn }) => ({ value: String(id), label: `${name} (${named({ nameVi: unitVi, nameEn: unitEn }, i18n.language)})` }))
  return (
    <Card title={t('absence:form.title')}>
      <HouseForm form={form}>
        <input type="hidden" name="intent" value="handOver" />
        <Select {...form.field('membershipId')} empty={only ? false : undefined} options={capacities.map((one) => ({ value: String(one.membershipId), label: capacityName(one) }))} />
        <Select {...form.field('toPersonId')} options={people} />
        <DateInput {...form.field('fromOn')} />
        <DateInput {...form.field('untilOn')} />
        <TextInput hint={t('absence:form.reasonHint')} {...form.field('reason')} />
        <SubmitButton>{t('absence:form.submit')}</SubmitButton>
      </HouseForm>
    </Card>
  )
}

/** A plain form: with another role the whole page is another, its menu too. */
export function CapacityCard({ capacities, current }: { capacities: Capacity[]; current: number }) {
  const { t } = useTranslation()
  const capacityName = useCapacityName()
  return (
    <Card title={t('absence:capacity.title')}>
      <ul className="divide-y divide-line">
        {capacities.map((one) => (
          <li key={one.membershipId} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <span className="min-w-0 grow basis-64">
              <span className="block font-semibold">{capacityName(one)}</span>
              <span className="block text-sm text-ink-soft">
                {one.holder ? t('absence:capacity.standIn', { name: one.holder, until: formatDate(one.until ?? '') }) : t('absence:capacity.own')}
              </span>
            </span>
            {one.membershipId === current ? (
              <Badge tone="good">{t('absence:capacity.now')}</Badge>
            ) : (
              <form method="post" action="/account/capacity">
                <SubmitButton name="membershipId" value={one.membershipId} variant="secondary" aria-label={t('absence:capacity.useOf', { capacity: [capacityName(one), one.holder].filter(Boolean).join(', ') })}>
                  {t('absence:capacity.use')}
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
