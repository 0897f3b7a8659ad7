import { Form, Link } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { resultOf } from '#app/admin/intent.ts'
import { changeForm } from '#app/conferences/participant-forms.ts'
import { invitationStates } from '#app/conferences/participant-words.ts'
import type { ParticipantRow } from '#app/conferences/participants-view.server.ts'
import { Card } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { TextInput } from '#app/ui/text-input.tsx'

/** Who comes for one of the invited and what they answered, or off the list with them. */
export function Edit({ row, result }: { row: ParticipantRow; result: unknown }) {
  const { t } = useTranslation()
  const labels = { intent: '', id: '', delegate: t('before:field.delegate'), position: t('before:field.position'), state: t('before:participants.state') }
  const initial = { delegate: row.delegate ?? '', position: row.position ?? '', state: row.state }
  const form = useHouseForm(changeForm, { id: `change-${row.id}`, labels, initial, result: resultOf(result as Partial<FormResult> | undefined, 'change') })
  return (
    <Card title={row.name} id="edit" actions={<Link to="." className="link py-2">{t('common:form.cancel')}</Link>}>
      <HouseForm form={form}>
        <input type="hidden" name="intent" value="change" />
        <input type="hidden" name="id" value={row.id} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextInput optional={row.kind !== 'guest'} {...form.field('delegate')} />
          <TextInput optional {...form.field('position')} />
        </div>
        <RadioGroup options={invitationStates.map((value) => ({ value, label: t(`before:states.${value}`) }))} {...form.field('state')} />
        <SubmitButton>{t('before:participants.save')}</SubmitButton>
      </HouseForm>
      <Form method="post" className="mt-6 border-t border-line pt-4">
        <input type="hidden" name="intent" value="remove" />
        <input type="hidden" name="id" value={row.id} />
        <SubmitButton variant="secondary">{t('before:participants.remove')}</SubmitButton>
      </Form>
    </Card>
  )
}
