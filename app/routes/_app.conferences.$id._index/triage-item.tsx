import { Link } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { TriageRow } from '#app/conferences/triage-rows.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { StateBadge } from '#app/ui/issue-table.tsx'
import { Suggested } from './suggested.tsx'

/** What the office may do with one issue beside confirming it, in the order in which it is asked for. */
const others = ['split', 'refuse', 'divert'] as const

/** One issue of the annex: what was said and where it stands in the file, who is suggested and why, and what to do. */
export function TriageItem({ row, picked, here }: { row: TriageRow; picked: boolean; /** The list as it stands, to come back to. */ here: string }) {
  const { t } = useTranslation()
  const { id, code, version, text, enterprise, state, suggested, decided, flagged, moves } = row
  const mayRoute = moves.includes('route')
  const toMove = (move: string) => `/issues/${code}?${new URLSearchParams({ move, returnTo: here })}`
  return (
    <li className="grid gap-x-4 gap-y-2 px-4 py-3 lg:grid-cols-[1fr_24rem] lg:grid-rows-[auto_1fr]">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {mayRoute && suggested && (
            <label className="-my-2 flex size-11 items-center justify-center">
              <input type="checkbox" name="issue" value={`${id}:${version}`} defaultChecked={picked} className="size-5 accent-navy" />
              <span className="sr-only">{t('conferences:triage.choose', { code })}</span>
            </label>
          )}
          <Link to={`/issues/${code}`} className="link numbers font-semibold">{code}</Link>
          {enterprise && <span className="font-semibold">{enterprise}</span>}
          {state !== 'received' && <StateBadge state={state} />}
          {flagged && <Badge tone="warn">{t('conferences:triage.flagged')}</Badge>}
        </div>
        <p className="mt-1 wrap-anywhere whitespace-pre-line">{text}</p>
        <Provenance row={row} />
      </div>
      <div className="min-w-0 space-y-1 border-l-4 border-line pl-4 lg:row-span-2">
        {decided ? <Decided {...decided} /> : suggested ? <Suggested {...suggested} confidence={row.confidence} /> : <p className="text-ink-soft">{t('conferences:triage.noSuggestion')}</p>}
      </div>
      {mayRoute && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-0 self-start lg:row-start-2">
          {suggested && (
            <Button type="submit" variant="secondary" name="only" value={`${id}:${version}`} aria-label={t('conferences:triage.confirmOne', { code })}>
              {t('conferences:triage.confirm')}
            </Button>
          )}
          <Link to={toMove('route')} className="link py-1 text-sm">{t('conferences:triage.correct')}</Link>
          {others.filter((move) => moves.includes(move)).map((move) => (
            <Link key={move} to={toMove(move)} className="link py-1 text-sm">{t(`moves:name.${move}`)}</Link>
          ))}
        </div>
      )}
    </li>
  )
}

function Provenance({ row: { channel, file, sheet, row, proposedUnit } }: { row: TriageRow }) {
  const { t } = useTranslation()
  const place = file && t(sheet ? 'conferences:triage.from' : 'conferences:triage.fromFile', { file, sheet, row })
  const proposed = proposedUnit && t('conferences:triage.proposed', { unit: proposedUnit })
  return <p className="mt-1 text-sm wrap-anywhere text-ink-soft">{[t(`issues:channel.${channel}`), place, proposed].filter(Boolean).join(' · ')}</p>
}

function Decided({ leadUnit, coordinatingUnits, topic }: { leadUnit: string; coordinatingUnits: string[]; topic: string | null }) {
  const { t } = useTranslation()
  return (
    <>
      <p className="text-sm text-ink-soft">{t('conferences:triage.decided')}</p>
      <p className="font-semibold">{leadUnit}</p>
      {coordinatingUnits.length > 0 && <p className="text-sm">{t('conferences:triage.with', { units: coordinatingUnits.join(', ') })}</p>}
      {topic && <p className="text-sm">{t('conferences:triage.topic', { topic })}</p>}
    </>
  )
}
