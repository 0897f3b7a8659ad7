import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { Select } from '#app/ui/choice.tsx'
import { IdempotencyKey, SubmitButton } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { HandOverView } from './hand-over-view.server.ts'
import type { HandOverResult } from './work-card.tsx'

/** The unit's people and where each goes, in the role they have; they sign in anew. */
export function PeopleCard({ result }: { result?: HandOverResult }) {
  const { t } = useTranslation()
  const { people, successors, others, unit } = useLoaderData<HandOverView>()
  if (people.length === 0) return null
  const [error] = Object.values(result?.errors ?? {})
  const typed = [result?.values.to ?? []].flat()
  const groups = [{ label: t('handover:successors'), options: successors }, { label: t('handover:others'), options: others }].filter(({ options }) => options.length > 0)
  const usual = successors.length === 1 ? successors[0]!.value : ''
  return (
    <Card title={t('handover:people', { count: people.length })}>
      {error && <div className="mb-5" role="alert"><Notice tone="warn" title={t(error.key, error.params)} /></div>}
      <Form method="post" className="space-y-5">
        <IdempotencyKey of={`people-${unit.code}`} />
        <input type="hidden" name="intent" value="people" readOnly />
        <p className="text-ink-soft">{t('handover:peopleLead')}</p>
        {people.map(({ membership, name, role }, at) => (
          <div key={membership}>
            <input type="hidden" name="person" value={membership} readOnly />
            <Select id={`person-${membership}`} name="to" label={`${name} (${t(`common:role.${role}`)})`} empty={t('handover:stay')} options={groups} defaultValue={typed[at] ?? usual} />
          </div>
        ))}
        <SubmitButton>{t('handover:movePeople')}</SubmitButton>
      </Form>
    </Card>
  )
}
