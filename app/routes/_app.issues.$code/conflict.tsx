import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Happened } from '#app/issues/tell-story.ts'
import { Card } from '#app/ui/card.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import type { Message } from '#app/i18n/message.ts'
import type { MoveName } from '#workflows/resolution/moves.ts'
import type { IssueState } from '#workflows/resolution/states.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { DiffPart } from '#workflows/text/word-diff.ts'
import { Changes } from './compare.tsx'
import { Happening, Happenings } from './happenings.tsx'
import { fieldLabel } from './words.ts'

type Values = Record<string, string | string[]>
type Version = { number: number; text: string }
type Conflict = {
  state: IssueState
  events: Happened[]
  draft?: { text: string; by: string | null; at: string }
  texts?: { seen?: Version; now: Version; parts?: DiffPart[] }
  stillOpen: boolean
}

/** Someone was first: what they did beside what one typed, so that nothing is lost and nothing is overwritten unseen. */
export function ConflictPanel({ conflict, typed, move }: { conflict: Conflict; typed: Values; move: MoveName }) {
  const { t } = useTranslation()
  const { events, draft, texts, stillOpen, state } = conflict
  return (
    <section aria-labelledby="conflict" role="alert" className="space-y-4 rounded border-2 border-warn bg-warn-wash p-4 md:p-5">
      <h2 id="conflict" className="text-xl font-semibold text-warn">{t('moves:conflict.title')}</h2>
      <p>{t(stillOpen ? 'moves:conflict.stillOpen' : 'moves:conflict.closed', { state: t(`issues:state.${state}`) })}</p>
      {texts && <TwoTexts of={texts} />}
      <div className="grid gap-4 md:grid-cols-2">
        <Card title={t('moves:conflict.theirs')}>
          {draft && (
            <Happening title={t('moves:done.draft')} at={formatDateTime(draft.at)} by={draft.by}>
              <p className="mt-1 whitespace-pre-line">{draft.text}</p>
            </Happening>
          )}
          <Happenings items={events} />
        </Card>
        <Card title={t('moves:conflict.mine')}>
          <Typed values={typed} move={move} />
        </Card>
      </div>
    </section>
  )
}

/** The text an approver saw and the one that lies there now. */
function TwoTexts({ of: { seen, now, parts } }: { of: NonNullable<Conflict['texts']> }) {
  const { t } = useTranslation()
  return (
    <>
      <p className="font-semibold">{t('writing:refused.otherText')}</p>
      <div className="grid gap-4 md:grid-cols-2">
        <Card title={seen ? t('writing:approval.seen', { number: seen.number }) : t('writing:approval.seenNone')}>
          <p className="wrap-anywhere whitespace-pre-line">{seen?.text}</p>
        </Card>
        <Card title={t('writing:approval.now', { number: now.number })}>
          <p className="wrap-anywhere whitespace-pre-line">{now.text}</p>
        </Card>
      </div>
      {parts && <Card title={t('writing:approval.changes')}><Changes parts={parts} /></Card>}
    </>
  )
}

/** The machine said no; what was typed stays readable. */
export function RefusedPanel({ refused, typed, move }: { refused: Message; typed: Values; move: MoveName }) {
  const { t } = useTranslation()
  return (
    <Notice tone="bad" alert title={t(refused.key, { ...refused.params })}>
      <Typed values={typed} move={move} />
    </Notice>
  )
}

export function Typed({ values, move }: { values: Values; move?: MoveName }) {
  const { t } = useTranslation()
  const entries = Object.entries(values).filter(([, value]) => value.length > 0)
  return (
    <dl className="space-y-3">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt className="text-sm font-semibold text-ink-soft">{fieldLabel(t, move ?? '', name)}</dt>
          <dd className="wrap-anywhere whitespace-pre-line">{[value].flat().join('; ')}</dd>
        </div>
      ))}
    </dl>
  )
}
