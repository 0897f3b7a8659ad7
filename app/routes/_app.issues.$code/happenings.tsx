import type { ReactNode } from 'react'
import { FileList } from '#app/files/file-list.tsx'
import type { Translate } from '#app/i18n/instance.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Happened, Said } from '#app/issues/tell-story.ts'
import { formatDate, formatDateTime } from '#app/ui/format.ts'
import { fieldLabel, optionLabel } from './words.ts'

type OneProps = { title: ReactNode; at: string; by: ReactNode; children?: ReactNode }

export function Happening({ title, at, by, children }: OneProps) {
  return (
    <div>
      <p className="font-semibold">{title}</p>
      <p className="numbers text-sm text-ink-soft">{by ? <>{at} · {by}</> : at}</p>
      {children}
    </div>
  )
}

/** What happened, in words: the move, who made it, for which unit, and what was said with it. */
export function Happenings({ items }: { items: Happened[] }) {
  const { t } = useTranslation()
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li key={item.seq}>
          <Happening title={t(`moves:done.${item.move}`)} at={formatDateTime(item.at)} by={whoOf(item, t)}>
            {item.from !== item.to && item.from && (
              <p className="text-sm">{t('issues:story.turned', { from: t(`issues:state.${item.from}`), to: t(`issues:state.${item.to}`) })}</p>
            )}
            <SaidList move={item.move} said={item.said} />
            {item.payload && (
              <details className="mt-1 text-sm">
                <summary className="text-ink-soft">{t('issues:story.record')}</summary>
                <pre className="wrap-anywhere whitespace-pre-wrap">{item.payload}</pre>
              </details>
            )}
          </Happening>
        </li>
      ))}
    </ol>
  )
}

function whoOf({ who: person, holder, role, unit, byLink }: Happened, t: Translate) {
  const who = person && holder ? t('absence:story', { who: person, holder }) : person
  const acting = role === 'system' ? t('issues:story.system') : t(`common:role.${role}`)
  const how = byLink ? t('verdict:said.byLink') : undefined
  return [who ?? (unit ? undefined : acting), who && role !== 'system' ? acting : undefined, unit, how].filter(Boolean).join(' · ')
}

function SaidList({ move, said }: { move: string; said: Said[] }) {
  const { t } = useTranslation()
  if (said.length === 0) return null
  return (
    <dl className="mt-1 space-y-1">
      {said.map(({ name, kind, value, files }) => (
        <div key={name}>
          <dt className="inline text-sm text-ink-soft">{fieldLabel(t, move, name)}: </dt>
          {files ? <dd><FileList files={files} /></dd> : <dd className="inline wrap-anywhere whitespace-pre-line">{shown(t, { name, kind, value })}</dd>}
        </div>
      ))}
    </dl>
  )
}

function shown(t: Parameters<typeof optionLabel>[0], { name, kind, value }: Said) {
  if (kind === 'date') return formatDate(value)
  if (kind === 'moment') return formatDateTime(value)
  if (kind === 'choice') return optionLabel(t, name, value)
  if (kind === 'yes' || kind === 'yesNo') return t(`moves:answer.${value}`)
  return value
}
