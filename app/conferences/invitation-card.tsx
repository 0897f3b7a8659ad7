import { useTranslation } from '#app/i18n/use-translation.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { formatDate } from '#app/ui/format.ts'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { TextInput } from '#app/ui/text-input.tsx'
import { answerSheet } from './participant-forms.ts'

export type Invitation = {
  id: number; title: string; theme: string | null; heldOn: string; venue: string | null; chair: string | null; collectUntil: string | null
  state: 'invited' | 'confirmed' | 'declined'; delegate: string | null; position: string | null; over: boolean
}

/** One invitation as its enterprise reads it, and the answer, which may be changed until the day itself. */
export function InvitationCard({ invitation, result }: { invitation: Invitation; result?: Partial<FormResult> }) {
  const { t } = useTranslation()
  const { id, title, theme, heldOn, venue, chair, collectUntil, state, over } = invitation
  return (
    <Card id={`invitation-${id}`} title={title} actions={<Badge tone={state === 'confirmed' ? 'good' : state === 'declined' ? 'warn' : 'info'}>{t(`before:invitation.state.${state}`)}</Badge>}>
      <div className="space-y-1">
        {theme && <p className="font-semibold">{theme}</p>}
        <p>{[t('before:invitation.held', { date: formatDate(heldOn) }), venue].filter(Boolean).join(' · ')}</p>
        {chair && <p>{t('before:invitation.chair', { chair })}</p>}
        {collectUntil && !over && <p>{t('before:invitation.collect', { date: formatDate(collectUntil) })}</p>}
      </div>
      {over ? <p className="mt-4 text-ink-soft">{t('before:invitation.over')}</p> : <Answer invitation={invitation} result={result} />}
    </Card>
  )
}

function Answer({ invitation: { id, delegate, position, state }, result }: { invitation: Invitation; result?: Partial<FormResult> }) {
  const { t } = useTranslation()
  const labels = { id: '', delegate: t('before:field.delegate'), position: t('before:field.position') }
  const form = useHouseForm(answerSheet, { id: `invitation-${id}-answer`, labels, initial: { delegate: delegate ?? '', position: position ?? '' }, result })
  return (
    <div className="mt-5 border-t border-line pt-4">
      <HouseForm form={form}>
        <input type="hidden" name="id" value={id} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextInput optional {...form.field('delegate')} />
          <TextInput optional {...form.field('position')} />
        </div>
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="state" value="confirmed">{t(state === 'confirmed' ? 'before:invitation.saveAnswer' : 'before:invitation.confirm')}</SubmitButton>
          {state !== 'declined' && <SubmitButton name="state" value="declined" variant="secondary">{t('before:invitation.decline')}</SubmitButton>}
          <LinkButton variant="quiet" to="/issues/new">{t('before:invitation.raise')}</LinkButton>
        </div>
      </HouseForm>
    </div>
  )
}
