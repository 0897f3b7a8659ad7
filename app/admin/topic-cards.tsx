import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { formatDate } from '#app/ui/format.ts'
import { HouseForm, IdempotencyKey, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { named, type NamedRow } from '#app/ui/named.ts'
import { Table } from '#app/ui/table.tsx'
import { DateInput } from '#app/ui/text-input.tsx'
import { resultOf } from './intent.ts'
import { labelsOf } from './labels.ts'
import { TopicFields, topicFieldNames } from './topic-fields.tsx'
import { routeForm, topicForm } from './topic-form.ts'
import { UnitSelect, type UnitChoice } from './unit-select.tsx'

type Route = { id: number; validFrom: string | null; leadUnit: string | null; leadInZone: string | null; coordinatingUnits: string[] }
type Loaded = {
  topic: NamedRow & { code: string; group: string; keywords: string[]; note: string | null }
  routes: Route[]
  groups: (NamedRow & { code: string })[]
  units: UnitChoice[]
  editing: Route | null
}

const useTopic = () => useLoaderData<Loaded>()
const useResult = (intent: string) => resultOf(useActionData<FormResult>(), intent)

export function EditTopic() {
  const { t } = useTranslation()
  const { topic, groups } = useTopic()
  const { nameVi, nameEn, group, keywords, note } = topic
  const initial = { nameVi, nameEn, group, keywords: keywords.join('\n'), note: note ?? '' }
  const form = useHouseForm(topicForm, { id: 'topic', labels: labelsOf(t, topicFieldNames), initial, result: useResult('topic') })
  return (
    <Card title={t('admin:topics.edit')}>
      <HouseForm form={form}>
        <input type="hidden" name="intent" value="topic" />
        <TopicFields field={form.field} groups={groups} />
        <SubmitButton>{t('admin:save')}</SubmitButton>
      </HouseForm>
    </Card>
  )
}

export function Routes() {
  const { t, i18n } = useTranslation()
  const { routes, units } = useTopic()
  const unitName = (code: string | null) => named(units.find((unit) => unit.code === code), i18n.language, code ?? '')
  const since = (route: Route) => (route.validFrom ? t('admin:validity.from', { from: formatDate(route.validFrom) }) : t('admin:topics.fromTheStart'))
  return (
    <Card title={t('admin:topics.routes')} flush>
      {routes.length === 0 && <EmptyState title={t('admin:topics.noRoutes')} />}
      {routes.length > 0 && (
        <Table
          caption={t('admin:topics.routes')}
          rows={routes}
          rowKey={(route) => route.id}
          columns={[
            { label: t('admin:validity.title'), heading: true, cell: since },
            { label: t('admin:field.leadUnit'), cell: (route) => unitName(route.leadUnit) },
            { label: t('admin:field.leadInZone'), cell: (route) => unitName(route.leadInZone) },
            { label: t('admin:field.coordinatingUnits'), cell: (route) => route.coordinatingUnits.map(unitName).join('; ') },
            { label: t('admin:action'), cell: (route) => <Actions route={route} of={since(route)} /> },
          ]}
        />
      )}
    </Card>
  )
}

function Actions({ route, of }: { route: Route; of: string }) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Link to={`?route=${route.id}#route`} className="link" aria-label={t('admin:topics.editRoute', { of })}>{t('admin:edit')}</Link>
      <Form method="post">
        <IdempotencyKey of={`remove-${route.id}`} />
        <input type="hidden" name="intent" value="removeRoute" />
        <Button type="submit" variant="quiet" name="route" value={route.id} aria-label={t('admin:topics.removeRoute', { of })}>{t('admin:remove')}</Button>
      </Form>
    </div>
  )
}

export function AddRoute() {
  const { editing, routes } = useTopic()
  return <RouteForm key={editing?.id ?? `new-${routes.length}`} route={editing} />
}

function RouteForm({ route }: { route: Route | null }) {
  const { t, i18n } = useTranslation()
  const { topic, units } = useTopic()
  const initial = {
    validFrom: route?.validFrom ?? '', leadUnit: route?.leadUnit ?? '', leadInZone: route?.leadInZone ?? '', coordinatingUnits: route?.coordinatingUnits ?? [],
  }
  const labels = labelsOf(t, ['validFrom', 'leadUnit', 'leadInZone', 'coordinatingUnits'])
  const form = useHouseForm(routeForm, { id: 'route', labels, initial, result: useResult('route') })
  const offered = units.filter((unit) => !unit.ended || route?.coordinatingUnits.includes(unit.code))
  return (
    <Card title={t(route ? 'admin:topics.changeRoute' : 'admin:topics.addRoute')}>
      <HouseForm form={form}>
        <p className="text-ink-soft">{t('admin:topics.routeHint')}</p>
        <input type="hidden" name="intent" value="route" />
        <DateInput {...form.field('validFrom')} optional />
        <UnitSelect {...form.field('leadUnit')} optional units={units} />
        <UnitSelect {...form.field('leadInZone')} optional units={units} hint={t('admin:topics.leadInZoneHint')} />
        <div className="max-h-96 overflow-y-auto rounded border border-line p-4">
          <CheckboxGroup {...form.field('coordinatingUnits')} optional options={offered.map((unit) => ({ value: unit.code, label: named(unit, i18n.language) }))} />
        </div>
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton>{t('admin:save')}</SubmitButton>
          {route && <LinkButton variant="quiet" to={`/admin/topics/${topic.code}`}>{t('common:form.cancel')}</LinkButton>}
        </div>
      </HouseForm>
    </Card>
  )
}
