import { Form } from '@remix-run/react'
import { readMember } from '#app/clusters/together-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Values } from '#app/ui/check-form.ts'
import { IdempotencyKey, SubmitButton } from '#app/ui/form.tsx'
import { formatDate } from '#app/ui/format.ts'
import { AnswerText, line, type TogetherView } from './together.tsx'

type Props = { of: TogetherView; cluster: number; values: Values }

/** The last look: to whom, and what. Sent from here it is done, for all of them or for none. */
export function Confirm({ of: { move, able, oneText }, cluster, values }: Props) {
  const { t } = useTranslation()
  const members = [values.members ?? []].flat()
  const chosen = members.map((value) => able.find((one) => one.id === readMember(value).id)).filter((one) => one !== undefined)
  const text = move === 'submitAnswer' ? String(values.text ?? '') : oneText
  return (
    <Form method="post" action={`/clusters/${cluster}`} className="space-y-5 rounded border border-l-4 border-navy p-5">
      <IdempotencyKey of={`${move}-confirm`} />
      <p className="text-lg font-semibold">{t(`clusters:together.${move}.confirm`, { count: members.length })}</p>
      <ul className="list-disc pl-5">
        {chosen.map((one) => <li key={one.id}>{line(one)}</li>)}
      </ul>
      {move === 'approve' && <p>{t('clusters:together.letter', { number: values.letterNumber, date: formatDate(String(values.letterDate ?? '')) })}</p>}
      {text && <AnswerText text={text} title={t('clusters:together.oneText')} />}
      <input type="hidden" name="move" value={move} readOnly />
      {Object.entries(values).flatMap(([name, value]) => [value].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} readOnly />))}
      <div className="flex flex-wrap gap-4">
        <SubmitButton name="step" value="do">{t(`clusters:together.${move}.do`, { count: members.length })}</SubmitButton>
        <SubmitButton variant="secondary" name="step" value="edit">{t('clusters:together.edit')}</SubmitButton>
      </div>
    </Form>
  )
}
