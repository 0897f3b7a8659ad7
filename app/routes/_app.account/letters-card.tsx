import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { SubmitButton } from '#app/ui/form.tsx'
import type { ReportLetter } from '#workflows/reports/letters.ts'

type Props = { letters: { letter: ReportLetter; wanted: boolean }[] }

/** Which reports come by mail, of those that are for the person's role. */
export function LettersCard({ letters }: Props) {
  const { t } = useTranslation()
  return (
    <Card title={t('schedules:card.title')} id="letters">
      <p className="text-ink-soft">{t('schedules:card.lead')}</p>
      <form method="post" className="mt-3 space-y-4">
        <input type="hidden" name="intent" value="letters" />
        {letters.map(({ letter, wanted }) => (
          <Checkbox key={letter} id={`letter-${letter}`} name={letter} label={t(`schedules:card.${letter}`)} hint={t(`schedules:card.${letter}Hint`)} defaultValue={wanted ? 'yes' : undefined} />
        ))}
        <SubmitButton>{t('schedules:card.save')}</SubmitButton>
      </form>
    </Card>
  )
}
