import { captureForm } from '#app/conferences/desk-forms.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Select } from '#app/ui/choice.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm } from '#app/ui/house-form.ts'
import { TextArea } from '#app/ui/text-input.tsx'
import { EnterpriseInput } from './enterprise-input.tsx'
import type { Opened } from './opened.ts'
import type { Fields } from './outbox.ts'

type Props = { opened: Opened; conference: number; groups: { value: string; label: string }[]; write: (fields: Fields) => Promise<void>; leave: () => void }

/** A comment that the register did not take, beside the form in which the next one may be half typed. */
export function Correction({ opened, conference, groups, write, leave }: Props) {
  const { t } = useTranslation()
  const labels = { enterprise: t('desk:field.enterprise'), group: t('desk:field.group'), text: t('desk:field.text') }
  const send = (element: HTMLFormElement) => {
    const sent = new FormData(element)
    const typed = Object.fromEntries(Object.keys(labels).map((name) => [name, String(sent.get(name) ?? '')]))
    void write({ ...opened.fields, ...typed })
  }
  const form = useHouseForm(captureForm, { id: opened.id, labels, initial: opened.fields, send })
  return (
    <Card title={t('desk:correction.title')}>
      <HouseForm form={form}>
        {opened.row?.refused && <p className="font-semibold text-bad">{opened.row.refused}</p>}
        <EnterpriseInput conference={conference} {...form.field('enterprise')} />
        <Select optional options={groups} {...form.field('group')} />
        <TextArea rows={4} {...form.field('text')} />
        <div className="flex flex-wrap gap-4">
          <SubmitButton>{t('desk:correction.submit')}</SubmitButton>
          <Button variant="quiet" onClick={leave}>{t('desk:back')}</Button>
        </div>
      </HouseForm>
    </Card>
  )
}
