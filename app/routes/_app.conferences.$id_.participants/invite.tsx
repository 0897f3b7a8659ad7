import { useState, type ChangeEvent } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { resultOf } from '#app/admin/intent.ts'
import { inviteForm, pasteForm } from '#app/conferences/participant-forms.ts'
import { participantKinds } from '#app/conferences/participant-words.ts'
import type { ParticipantsView } from '#app/conferences/participants-view.server.ts'
import { Select } from '#app/ui/choice.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { TextArea, TextInput } from '#app/ui/text-input.tsx'

type Result = Partial<FormResult> | undefined
type Props = { conference: number; choices: ParticipantsView['choices']; result: unknown; open: boolean }
type Kind = (typeof participantKinds)[number]

/** One at a time or a whole list: enterprises, associations, units, guests. */
export function Invite({ conference, choices, result, open }: Props) {
  const { t } = useTranslation()
  const refused = (result ?? undefined) as Result
  const wrong = refused?.errors && refused.values ? String(refused.values.kind ?? refused.values.intent ?? '') : ''
  return (
    <section aria-label={t('before:invite.title')} className="rounded border border-line bg-paper">
      <h2 className="border-b border-line px-4 py-3 text-lg font-semibold">{t('before:invite.title')}</h2>
      {participantKinds.map((kind, index) => (
        <details key={kind} className="border-b border-line" open={wrong === kind || (open && index === 0)}>
          <summary className="cursor-pointer px-4 py-3 font-semibold text-navy">{t(`before:invite.${kind}`)}</summary>
          <div className="max-w-2xl p-4"><One conference={conference} kind={kind} choices={choices} result={wrong === kind ? refused : undefined} /></div>
        </details>
      ))}
      <details open={wrong === 'paste'}>
        <summary className="cursor-pointer px-4 py-3 font-semibold text-navy">{t('before:invite.paste')}</summary>
        <div className="max-w-2xl p-4"><Many result={resultOf(refused, 'paste')} /></div>
      </details>
    </section>
  )
}

function One({ conference, kind, choices, result }: { conference: number; kind: Kind; choices: Props['choices']; result: Result }) {
  const { t } = useTranslation()
  const labels = { intent: '', kind: '', who: t(`before:invite.who.${kind}`), delegate: t(kind === 'guest' ? 'before:field.guest' : 'before:field.delegate'), position: t('before:field.position') }
  const form = useHouseForm(inviteForm, { id: `invite-${kind}`, labels, result })
  return (
    <HouseForm form={form}>
      <input type="hidden" name="intent" value="invite" />
      <input type="hidden" name="kind" value={kind} />
      {kind === 'enterprise' && <Enterprise conference={conference} field={form.field('who')} />}
      {(kind === 'association' || kind === 'unit') && <Select options={choices[kind]} {...form.field('who')} />}
      <TextInput optional={kind !== 'guest'} {...form.field('delegate')} />
      <TextInput optional {...form.field('position')} />
      <SubmitButton>{t('before:invite.submit')}</SubmitButton>
    </HouseForm>
  )
}

type Known = { name: string; taxCode: string | null }[]

/** Names to choose from while one types; without scripts it is a field like any other. */
function Enterprise({ conference, field: { onChange, ...field } }: { conference: number; field: ReturnType<ReturnType<typeof useHouseForm<'who'>>['field']> }) {
  const { t } = useTranslation()
  const [known, setKnown] = useState<Known>([])
  const ask = (event: ChangeEvent<HTMLElement>) => {
    onChange?.(event)
    const typed = (event.target as HTMLInputElement).value.trim()
    if (typed.length > 1) fetch(`/conferences/${conference}/enterprises?q=${encodeURIComponent(typed)}`, { redirect: 'error' }).then((answer) => answer.json()).then(setKnown, () => {})
  }
  return (
    <>
      <TextInput {...field} onChange={ask} list="invite-known" autoComplete="off" hint={t('before:invite.enterpriseHint')} />
      <datalist id="invite-known">
        {known.map(({ name, taxCode }) => <option key={`${name} ${taxCode}`} value={taxCode ? `${name} ; ${taxCode}` : name}>{name}</option>)}
      </datalist>
    </>
  )
}

function Many({ result }: { result: Result }) {
  const { t } = useTranslation()
  const form = useHouseForm(pasteForm, { id: 'paste', labels: { intent: '', lines: t('before:invite.lines') }, result })
  return (
    <HouseForm form={form}>
      <input type="hidden" name="intent" value="paste" />
      <TextArea rows={8} hint={t('before:invite.linesHint')} {...form.field('lines')} />
      <SubmitButton>{t('before:invite.submitMany')}</SubmitButton>
    </HouseForm>
  )
}
