import { Form } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Coordination } from '#app/issues/coordination.ts'
import type { IssueView } from '#app/issues/issue-view.server.ts'
import { IdempotencyKey, SubmitButton } from '#app/ui/form.tsx'
import { formatDate } from '#app/ui/format.ts'

type Urging = NonNullable<Coordination['lead']>['urging']
type Props = { urging: Urging; unit: string; issue: Pick<IssueView['issue'], 'code' | 'version'> }

/** One click, once a day; how often it was done stays to be seen. */
export function Urge({ urging: { code, count, last, may }, unit, issue }: Props) {
  const { t } = useTranslation()
  return (
    <>
      {last && <span className="text-sm text-ink-soft">{t('opinions:urged', { count, on: formatDate(last) })}</span>}
      {may && (
        <Form method="post" action={`/issues/${issue.code}`} preventScrollReset>
          <IdempotencyKey of={`urge.${code}`} />
          <input type="hidden" name="move" value="urge" readOnly />
          <input type="hidden" name="version" value={issue.version} readOnly />
          <input type="hidden" name="unit" value={code} readOnly />
          <SubmitButton variant="secondary" className="whitespace-nowrap" aria-label={t('opinions:urgeUnit', { unit })}>{t('moves:name.urge')}</SubmitButton>
        </Form>
      )}
    </>
  )
}
