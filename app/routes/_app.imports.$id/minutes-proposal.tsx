import { useTranslation } from '#app/i18n/use-translation.ts'
import type { MinutesBlock, MinutesView } from '#app/imports/minutes/minutes-view.server.ts'
import { segmentKinds } from '#app/imports/minutes/minutes.ts'
import { readPassages } from '#app/imports/minutes/passages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/choice.tsx'

type Props = { block: MinutesBlock; view: MinutesView; firstOfAll: boolean }

/** What a stretch of the source was taken for, why, and everything a person may do about it. */
export function MinutesProposal({ block, view, firstOfAll }: Props) {
  const { t } = useTranslation('prose')
  const { key, kind, order, unsure, percent, there } = block
  const open = view.state === 'preview'
  if (block.withheld) return <p className="text-ink-soft">{t('conferences:import.withheld')}</p>
  if (!block.first) return <p className="text-ink-soft">{order === null ? t('goesOn') : t('goesOnOf', { order })}</p>
  return (
    <div className="min-w-0 space-y-2">
      <p className="flex flex-wrap items-center gap-2">
        <strong>{order === null ? t(`kind.${kind}`) : t('comment', { order })}</strong>
        {unsure && <Badge tone="warn">{t('lookAt', { percent })}</Badge>}
        {there && <Badge tone="info">{t('there')}</Badge>}
      </p>
      <p className="text-sm text-ink-soft">
        <Passage passage={block.passage} />
        {block.reasons.length > 0 && `. ${t('because', { reasons: block.reasons.map((one) => t(`reason.${one}`)).join(', ') })}`}
      </p>
      {open ? <Fields block={block} view={view} /> : kind === 'comment' && <p>{view.names.find(({ value }) => value === String(block.speaker))?.label ?? t('nobody')}</p>}
      {open && (
        <div className="flex flex-wrap gap-x-2">
          {!firstOfAll && <Button type="submit" variant="quiet" className="px-2! text-sm" name="intent" value={`merge:${key}`}>{t('merge')}</Button>}
          {block.length === 1 && <Button type="submit" variant="quiet" className="px-2! text-sm" name="intent" value={`down:${key}`}>{t('mergeDown')}</Button>}
        </div>
      )}
      {open && block.length > 1 && <Sentences block={block} view={view} />}
    </div>
  )
}

function Passage({ passage }: { passage: string }) {
  const { t } = useTranslation('prose')
  return <span className="numbers">{readPassages(passage).map((one) => t('place', one)).join('; ')}</span>
}

function Fields({ block: { key, kind, speaker, group }, view }: Omit<Props, 'firstOfAll'>) {
  const { t } = useTranslation('prose')
  const kinds = segmentKinds.map((value) => ({ value, label: t(`kind.${value}`) }))
  if (kind !== 'comment') return <div className="max-w-64"><Select id={`kind-${key}`} name={`kind.${key}`} label={t('isKind')} empty={false} options={kinds} defaultValue={kind} /></div>
  return (
    <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-[2fr_1fr_1fr]">
      <div className="sm:col-span-2 xl:col-span-1">
        <Select id={`speaker-${key}`} name={`speaker.${key}`} label={t('imports:fieldEnterprise')} empty={t('nobody')} options={view.names} defaultValue={speaker === null ? '' : String(speaker)} />
      </div>
      <Select id={`group-${key}`} name={`group.${key}`} label={t('imports:fieldGroup')} empty={t('conferences:group.none')} options={view.groups} defaultValue={group ?? ''} />
      <Select id={`kind-${key}`} name={`kind.${key}`} label={t('isKind')} empty={false} options={kinds} defaultValue={kind} />
    </div>
  )
}

/** Sentence by sentence, also those that stand elsewhere in the source. */
function Sentences({ block: { key }, view }: Omit<Props, 'firstOfAll'>) {
  const { t } = useTranslation('prose')
  const sentences = view.blocks.filter((one) => one.key === key).flatMap((one) => one.sentences)
  const buttons = ['split', 'apart', 'up', 'down', 'out'] as const
  return (
    <details>
      <summary className="link inline-block py-1 text-sm">{t('bySentence')}</summary>
      <fieldset>
        <legend className="sr-only">{t('pick')}</legend>
        {sentences.map(({ index, paragraph, number, text }) => (
          <label key={index} className="flex items-start gap-2 py-1 text-sm">
            <input type="checkbox" name="pick" value={index} className="mt-0.5 size-5 shrink-0 accent-navy" />
            <span className="line-clamp-2 wrap-anywhere"><span className="numbers text-ink-soft">{paragraph}:{number}</span> {text}</span>
          </label>
        ))}
      </fieldset>
      <div className="mt-1 flex flex-wrap gap-2">
        {buttons.map((type) => (
          <Button key={type} type="submit" variant="secondary" className="px-3! text-sm" name="intent" value={`${type}:${key}`}>{t(`do.${type}`)}</Button>
        ))}
      </div>
    </details>
  )
}
