import { FilesField } from '#app/files/files-field.tsx'
import type { FileCard } from '#app/files/file-card.server.ts'
import type { Translate } from '#app/i18n/instance.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Choices } from '#app/issues/move-choices.ts'
import type { MoveField as Spec } from '#app/issues/move-fields.ts'
import { Checkbox, CheckboxGroup, RadioGroup, Select } from '#app/ui/choice.tsx'
import type { FieldProps } from '#app/ui/field.tsx'
import { DateInput, TextArea, TextInput } from '#app/ui/text-input.tsx'
import type { DeadlineClass } from '#workflows/resolution/moves.ts'
import { optionLabel } from './words.ts'

type Props = { spec: Spec; choices: Choices; attached: FileCard[]; field: FieldProps & { label: string } }

/** One field of a move's form, by its kind. */
export function MoveField({ spec, choices, attached, field }: Props) {
  const { t } = useTranslation()
  const { kind, name, optional, rows, options = [] } = spec
  const hint = t(`commitments:hint.${name}`, { defaultValue: '' }) || undefined
  const labelled = (groups: Choices['units'] = []) =>
    groups.map(({ label, options: lines }) => ({ label: t(`issues:units.${label}`), options: lines }))
  switch (kind) {
    case 'sentences':
      return <>{[field.defaultValue ?? []].flat().map((one) => <input key={one} type="hidden" name={name} value={one} readOnly />)}</>
    case 'files':
      return <FilesField key={attached.map(({ id }) => id).join()} attached={attached} field={field} />
    case 'line':
      return <TextInput optional={optional} hint={hint} {...field} />
    case 'text':
      return <TextArea optional={optional} rows={rows} {...field} />
    case 'date':
      return <DateInput optional={optional} {...field} />
    case 'number':
      return <TextInput inputMode="numeric" size={6} optional={optional} {...field} />
    case 'partUnit':
      return <Select empty={false} options={choices.partUnits ?? []} {...field} />
    case 'unit':
      return <Select optional={optional} options={labelled(choices.units)} {...field} />
    case 'units':
      return <Units optional={optional} choices={choices} field={field} />
    case 'group':
      return <Select optional={optional} options={choices.groups ?? []} {...field} />
    case 'topic':
      return <Select optional={optional} options={choices.topics ?? []} {...field} />
    case 'yes':
      return <Checkbox {...field} />
    case 'yesNo':
      return <RadioGroup options={['yes', 'no'].map((value) => ({ value, label: t(`moves:answer.${value}`) }))} {...field} />
    case 'choice':
      return <RadioGroup options={options.map((value) => ({ value, label: optionLabel(t, name, value), hint: termOf(t, name, choices, value) }))} {...field} />
    case 'commitment':
      return choices.commitments?.length ? <Select empty={false} options={choices.commitments} {...field} /> : null
    case 'slipping':
      return choices.slipping?.length ? <Select empty={false} options={choices.slipping} {...field} /> : null
    case 'broken':
      return choices.broken?.length ? <Select optional empty={t('commitments:replacesNone')} options={choices.broken} {...field} /> : null
    case 'person':
      return <PersonInput optional={optional} people={choices.people ?? []} {...field} />
  }
}

/** A class of deadline says how long it gives. */
function termOf(t: Translate, name: string, { terms }: Choices, value: string) {
  const term = name === 'deadlineClass' ? terms?.[value as DeadlineClass] : undefined
  return term && t(`deadlines:term.${term.unit}`, { count: term.amount })
}

function Units({ optional, choices, field }: Pick<Props, 'choices' | 'field'> & { optional?: boolean }) {
  const lines = (choices.units ?? []).flatMap(({ options }) => options)
  const chosen = [field.defaultValue ?? []].flat()
  const inOrder = [...lines].sort((a, b) => Number(chosen.includes(b.value)) - Number(chosen.includes(a.value)))
  return (
    <div className="max-h-80 overflow-y-auto rounded border border-line p-3">
      <CheckboxGroup optional={optional} options={inOrder} {...field} />
    </div>
  )
}

type PersonProps = Props['field'] & { optional?: boolean; people: { value: string }[] }

/** Colleagues are offered, any other name may be typed: not everybody who promises has an account. */
function PersonInput({ people, ...field }: PersonProps) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput autoComplete="off" hint={t('commitments:hint.responsible')} list={`${field.id}-people`} {...field} />
      <datalist id={`${field.id}-people`}>{people.map(({ value }) => <option key={value} value={value}>{value}</option>)}</datalist>
    </>
  )
}
