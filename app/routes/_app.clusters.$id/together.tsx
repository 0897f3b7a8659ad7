import type { Outcome } from '#app/clusters/act-together.server.ts'
import type { ClusterView } from '#app/clusters/cluster-view.server.ts'
import { readMember, togetherSchemas } from '#app/clusters/together-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm } from '#app/ui/house-form.ts'
import { Notice } from '#app/ui/notice.tsx'
import { DateInput, TextArea, TextInput } from '#app/ui/text-input.tsx'
import { Confirm } from './confirm.tsx'

export type TogetherView = ClusterView['together'][number]
type Props = { of: TogetherView; cluster: number; result?: Outcome }

/** One answer or one letter for several members, in two steps: choose and write, look once more. */
export function Together({ of, cluster, result }: Props) {
  const { t } = useTranslation()
  return (
    <Card title={t(`clusters:together.${of.move}.title`)} id={of.move}>
      <div className="max-w-3xl">
        {result && result.problems.length > 0 && <Problems problems={result.problems} />}
        {result?.confirm ? <Confirm of={of} cluster={cluster} values={result.values} /> : <Choose key={String(result?.problems.length)} of={of} result={result} />}
        {of.unable.length > 0 && <Unable unable={of.unable} />}
      </div>
    </Card>
  )
}

function Choose({ of: { move, able, oneText }, result }: Pick<Props, 'of' | 'result'>) {
  const { t } = useTranslation()
  const labels = Object.fromEntries(['members', 'text', 'letterNumber', 'letterDate'].map((name) => [name, t(`clusters:field.${name}`)]))
  const picked = result ? able.filter((one) => chosenIn(result).includes(one.id)) : able
  const again = result && { ...result, values: { ...result.values, members: picked.map((one) => one.value) } }
  const initial = { members: able.map((one) => one.value), text: move === 'submitAnswer' ? (oneText ?? '') : '' }
  const form = useHouseForm(togetherSchemas[move], { id: move, labels, initial, result: again })
  return (
    <HouseForm form={form}>
      <p className="text-ink-soft">{t(`clusters:together.${move}.about`)}</p>
      <input type="hidden" name="move" value={move} readOnly />
      <input type="hidden" name="step" value="check" readOnly />
      <CheckboxGroup options={able.map((one) => ({ value: one.value, label: line(one), hint: hintOf(one, move, oneText, t) }))} {...form.field('members')} />
      {move === 'submitAnswer' ? (
        <TextArea rows={12} {...form.field('text')} />
      ) : (
        <>
          {oneText && <AnswerText text={oneText} title={t('clusters:together.oneText')} />}
          <TextInput {...form.field('letterNumber')} />
          <DateInput {...form.field('letterDate')} />
        </>
      )}
      <SubmitButton>{t('clusters:together.check')}</SubmitButton>
    </HouseForm>
  )
}

const chosenIn = ({ values }: Outcome) => [values.members ?? []].flat().map((one) => readMember(one).id)
export const line = ({ code, enterprise }: { code: string; enterprise: string | null }) => [code, enterprise].filter(Boolean).join(' · ')

/** What would be replaced, or what would be approved where the members' answers differ. */
function hintOf({ answer }: TogetherView['able'][number], move: TogetherView['move'], oneText: string | null, t: (key: string) => string) {
  if (answer === null || oneText !== null) return undefined
  return `${t(move === 'submitAnswer' ? 'clusters:together.hasDraft' : 'clusters:together.itsText')} ${answer}`
}

export function AnswerText({ text, title }: { text: string; title: string }) {
  return (
    <div>
      <p className="font-semibold">{title}</p>
      <blockquote className="mt-1 border-l-4 border-line pl-4 wrap-anywhere whitespace-pre-line">{text}</blockquote>
    </div>
  )
}

function Problems({ problems }: { problems: Outcome['problems'] }) {
  const { t } = useTranslation()
  return (
    <div className="mb-5" role="alert">
      <Notice tone="warn" title={t('clusters:problems.title')}>
        <ul className="list-disc pl-5">
          {problems.map(({ id, code, reason }) => <li key={id}>{code ?? t('clusters:problems.one')}: {t(reason.key, reason.params)}</li>)}
        </ul>
      </Notice>
    </div>
  )
}

function Unable({ unable }: { unable: TogetherView['unable'] }) {
  const { t } = useTranslation()
  return (
    <div className="mt-5 border-t border-line pt-3">
      <h3 className="font-semibold">{t('clusters:together.unable')}</h3>
      <ul className="mt-1 list-disc pl-5">
        {unable.map(({ code, reason }) => <li key={code}><span className="numbers">{code}</span>: {t(reason.key)}</li>)}
      </ul>
    </div>
  )
}
