import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { FieldErrors } from '#app/i18n/message.ts'
import { Card, EmptyState } from '#app/ui/card.tsx'
import type { Values } from '#app/ui/check-form.ts'
import { Select } from '#app/ui/choice.tsx'
import { IdempotencyKey, SubmitButton } from '#app/ui/form.tsx'
import { StateBadge } from '#app/ui/issue-table.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import type { HandOverView } from './hand-over-view.server.ts'

export type HandOverResult = { errors: FieldErrors; values: Values; problems: { code: string | null; key: string }[]; moved: number }
type Row = HandOverView['rows'][number]

/** The open work of a unit, a row each with the successor proposed; left empty, a row stays where it is. */
export function WorkCard({ result }: { result?: HandOverResult }) {
  const { t } = useTranslation()
  const { rows, unit } = useLoaderData<HandOverView>()
  if (rows.length === 0) return <Card><EmptyState title={t('handover:none')}>{t('handover:noneLead')}</EmptyState></Card>
  const wrong = (name: string) => result?.errors[name] && t(result.errors[name].key, result.errors[name].params)
  const note = result?.values.note
  return (
    <Card title={t('handover:work')}>
      {result && (result.problems.length > 0 || wrong('to')) && <Problems result={result} chosen={wrong('to')} />}
      <Form method="post" className="space-y-5">
        <IdempotencyKey of={`work-${unit.code}`} />
        <input type="hidden" name="intent" value="work" readOnly />
        <p className="text-ink-soft">{t('handover:lead')}</p>
        <ul className="divide-y divide-line">
          {rows.map((row) => <Item key={row.id} row={row} kept={keptOf(result, row)} />)}
        </ul>
        <TextInput id="note" name="note" label={t('handover:note')} defaultValue={note ?? t('handover:merged')} error={wrong('note')} />
        <SubmitButton>{t('handover:move')}</SubmitButton>
      </Form>
    </Card>
  )
}

/** What was chosen for a row before the page came back. */
function keptOf(result: HandOverResult | undefined, { id }: Row): string | undefined {
  const [rows, to] = [[result?.values.row ?? []].flat(), [result?.values.to ?? []].flat()]
  const at = rows.findIndex((one) => one.startsWith(`${id}:`))
  return at < 0 ? undefined : to[at]
}

function Item({ row, kept }: { row: Row; kept?: string }) {
  const { t } = useTranslation()
  const { successors, others } = useLoaderData<HandOverView>()
  const what = [row.leads && 'leads', row.opinion && 'opinion', row.promise && 'promise'].filter((one) => one !== false)
  const groups = [{ label: t('handover:successors'), options: successors }, { label: t('handover:others'), options: others }].filter(({ options }) => options.length > 0)
  const reason = row.proposed && t(`handover:reason.${row.proposed.reason.key}`, 'params' in row.proposed.reason ? row.proposed.reason.params : {})
  return (
    <li className="grid gap-3 py-4 lg:grid-cols-[2fr_1fr]">
      <div className="min-w-0">
        <p><Link to={`/issues/${row.code}`} className="link numbers font-semibold">{row.code}</Link> <StateBadge state={row.state} /></p>
        <p className="text-sm text-ink-soft">{[row.enterprise, row.place, (what.length > 0 ? what : ['coordinates']).map((one) => t(`handover:what.${one}`)).join(', ')].filter(Boolean).join(' · ')}</p>
        <p className="mt-1 line-clamp-3 wrap-anywhere">{row.text}</p>
      </div>
      <div className="min-w-0">
        <input type="hidden" name="row" value={`${row.id}:${row.version}`} readOnly />
        <Select id={`to-${row.id}`} name="to" label={t('handover:to', { code: row.code })} hint={reason ?? t('handover:noReason')} empty={t('handover:stay')} options={groups} defaultValue={kept ?? row.proposed?.code ?? ''} />
      </div>
    </li>
  )
}

function Problems({ result: { problems, moved }, chosen }: { result: HandOverResult; chosen?: string }) {
  const { t } = useTranslation()
  return (
    <div className="mb-5" role="alert">
      <Notice tone="warn" title={chosen ?? t('handover:problems', { count: moved })}>
        <ul className="list-disc pl-5">
          {problems.map(({ code, key }) => <li key={code}>{code ?? t('handover:oneIssue')}: {t(key)}</li>)}
        </ul>
      </Notice>
    </div>
  )
}
