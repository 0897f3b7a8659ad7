import { Form, useSearchParams } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { invitationStates, participantKinds } from '#app/conferences/participant-words.ts'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/choice.tsx'
import { TextInput } from '#app/ui/text-input.tsx'

export function Filters({ onTheDay }: { onTheDay: boolean }) {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const states = [...invitationStates, ...(onTheDay ? ['came', 'missing'] : [])].map((value) => ({ value, label: t(`before:states.${value}`) }))
  const at = (name: string) => ({ id: name, name, defaultValue: search.get(name) ?? '' })
  return (
    <Form method="get" key={search.toString()} role="search" aria-label={t('before:participants.search')} className="mb-4 flex flex-wrap items-end gap-4">
      <div className="min-w-0 grow basis-60"><TextInput type="search" label={t('before:participants.q')} {...at('q')} /></div>
      <Select label={t('before:participants.kind')} empty={t('before:participants.any')} options={participantKinds.map((value) => ({ value, label: t(`before:kinds.${value}`) }))} {...at('kind')} />
      <Select label={t('before:participants.state')} empty={t('before:participants.any')} options={states} {...at('state')} />
      <Button type="submit" variant="secondary">{t('before:participants.find')}</Button>
    </Form>
  )
}
