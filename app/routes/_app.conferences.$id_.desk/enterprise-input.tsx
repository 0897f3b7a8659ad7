import { useState, type ChangeEvent, type ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { FieldProps } from '#app/ui/field.tsx'
import { TextInput } from '#app/ui/text-input.tsx'

type Known = { name: string; taxCode: string | null }[]
type Props = FieldProps & { label: ReactNode; conference: number }

/** A name or tax code, with those known that are like it. Any other name may be typed. */
export function EnterpriseInput({ conference, onChange, ...field }: Props) {
  const { t } = useTranslation()
  const [known, setKnown] = useState<Known>([])
  const ask = (event: ChangeEvent<HTMLElement>) => {
    onChange?.(event)
    const typed = (event.target as HTMLInputElement).value
    // what was asked for last is what counts, whichever answer comes last
    if (typed.trim().length > 1) namesLike(conference, typed).then((names) => stillTyped(field.id, typed) && setKnown(names), () => {})
  }
  return (
    <>
      <TextInput {...field} onChange={ask} list={`${field.id}-known`} autoComplete="off" hint={t('desk:field.enterpriseHint')} />
      <datalist id={`${field.id}-known`}>
        {known.map(({ name, taxCode }) => <option key={`${name} ${taxCode}`} value={name}>{taxCode}</option>)}
      </datalist>
    </>
  )
}

const stillTyped = (id: string, typed: string) => (document.getElementById(id) as HTMLInputElement | null)?.value === typed

/** Asked past the router, for which a lost network is an error of the page. */
const namesLike = async (conference: number, typed: string): Promise<Known> =>
  (await fetch(`/conferences/${conference}/enterprises?q=${encodeURIComponent(typed)}`, { redirect: 'error' })).json()
