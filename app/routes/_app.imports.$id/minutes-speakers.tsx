import { useTranslation } from '#app/i18n/use-translation.ts'
import type { MinutesView, SpeakerRow } from '#app/imports/minutes/minutes-view.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { Select } from '#app/ui/choice.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import type { Tone } from '#app/ui/tone.ts'

const toneOf: Record<SpeakerRow['found'], Tone> = { taxCode: 'good', name: 'good', byPerson: 'good', several: 'warn', similar: 'warn', unknown: 'info' }
const open = ({ choice }: SpeakerRow) => choice === ''

/** Who spoke, and who that is on the register of enterprises; those nobody has decided about come first. */
export function MinutesSpeakers({ view: { speakers } }: { view: MinutesView }) {
  const { t } = useTranslation('prose')
  const waiting = speakers.filter(open)
  const unknown = speakers.filter((one) => !open(one) && one.found === 'unknown')
  const settled = speakers.filter((one) => !open(one) && one.found !== 'unknown')
  return (
    <Card title={t('speakers')} id="speakers">
      <p className="mb-3 max-w-3xl text-ink-soft">{t('speakersLead')}</p>
      {waiting.length > 0 && <h3 className="font-semibold">{t('waiting', { count: waiting.length })}</h3>}
      <ul>{waiting.map((one) => <Speaker key={one.at} speaker={one} />)}</ul>
      <Folded summary={t('unmatched', { count: unknown.length })} speakers={unknown} />
      <Folded summary={t('matched', { count: settled.length })} speakers={settled} />
      <div className="mt-4 max-w-md">
        <TextInput id="newSpeaker" name="newSpeaker" label={t('newSpeaker')} hint={t('newSpeakerHint')} maxLength={200} />
      </div>
    </Card>
  )
}

/** Nothing has to be done about these; a few are shown at once. */
function Folded({ summary, speakers }: { summary: string; speakers: SpeakerRow[] }) {
  if (speakers.length === 0) return null
  return (
    <details className="mt-2" open={speakers.length <= 3}>
      <summary className="link inline-block py-1">{summary}</summary>
      <ul>{speakers.map((one) => <Speaker key={one.at} speaker={one} />)}</ul>
    </details>
  )
}

function Speaker({ speaker: { at, name, taxCode, person, found, choice, candidates, comments } }: { speaker: SpeakerRow }) {
  const { t } = useTranslation('prose')
  const options = [...candidates, { value: 'new', label: t('choice.new') }, { value: 'none', label: t('choice.none') }]
  return (
    <li className="border-t border-line py-3 first:border-t-0">
      <p className="mb-2 flex flex-wrap items-center gap-2 text-sm">
        <Badge tone={toneOf[found]}>{t(`match.${found}`)}</Badge>
        <span className="text-ink-soft">{[person, t('spoke', { count: comments })].filter(Boolean).join(' · ')}</span>
      </p>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_2fr]">
        <TextInput id={`name-${at}`} name={`name.${at}`} label={t('asWritten')} defaultValue={name} maxLength={200} />
        <TextInput id={`taxCode-${at}`} name={`taxCode.${at}`} label={t('imports:fieldTaxCode')} defaultValue={taxCode} inputMode="numeric" maxLength={20} />
        <div>
          <input type="hidden" name={`shown.${at}`} value={choice} />
          <Select id={`choice-${at}`} name={`choice.${at}`} label={t('choice.label', { name })} empty={t('choice.open')} options={options} defaultValue={choice} />
        </div>
      </div>
    </li>
  )
}
