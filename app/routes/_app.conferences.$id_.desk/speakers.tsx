import { useSearchParams } from '@remix-run/react'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { DeskView } from '#app/conferences/desk-view.server.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { IdempotencyKey } from '#app/ui/form.tsx'
import type { FormResult } from '#app/ui/house-form.ts'
import { DownIcon, UpIcon } from '#app/ui/icons.tsx'
import { EnterpriseInput } from './enterprise-input.tsx'
import { randomKey } from './outbox.ts'

type Speaker = DeskView['speakers'][number]
type Props = { rows: Speaker[]; conference: number; result?: FormResult; changed: () => void }

/**
 * Those who asked for the floor. Sent past the router, which would put an error in place of a half-typed comment where the
 * network is gone; without scripts these are forms like any other.
 */
export function Speakers({ rows, conference, result, changed }: Props) {
  const { t } = useTranslation()
  const [trouble, setTrouble] = useState<string | undefined>(() => result && Object.values(result.errors).map(({ key, params }) => t(key, params)).join(' '))
  const [sending, setSending] = useState(false)
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (sending) return
    setSending(true)
    const form = event.currentTarget
    const body = new FormData(form, (event.nativeEvent as SubmitEvent).submitter)
    body.set('idempotencyKey', randomKey())
    const refused = await sent(conference, body)
    setSending(false)
    setTrouble(refused === undefined ? t('desk:speakers.offline') : (refused ?? undefined))
    if (refused === null) form.reset()
    changed()
  }
  const speaking = rows.find(({ state }) => state === 'speaking')
  const [search] = useSearchParams()
  const props = { action: `/conferences/${conference}/desk?${new URLSearchParams({ group: search.get('group') ?? '' })}`, method: 'post', onSubmit: (event: FormEvent<HTMLFormElement>) => void send(event) } as const
  return (
    <Card title={t('desk:speakers.title')} id="speakers" flush>
      {trouble && <p role="alert" className="border-b border-line bg-bad-wash px-4 py-3 font-semibold text-bad">{trouble}</p>}
      <ol className="divide-y divide-line">
        {rows.map((one) => (
          <li key={one.id} className={one.state === 'speaking' ? 'bg-teal-wash' : ''}>
            <form {...props} className="flex flex-wrap items-center gap-2 px-4 py-3">
              <Hidden one={one} speaking={speaking?.id} />
              <span className="min-w-40 grow basis-full wrap-anywhere sm:basis-0">
                <strong>{one.name}</strong>
                {one.state !== 'waiting' && <> <Badge tone={one.state === 'speaking' ? 'teal' : 'plain'}>{t(`desk:speakers.state.${one.state}`)}</Badge></>}
              </span>
              <Acts one={one} />
            </form>
          </li>
        ))}
      </ol>
      <form {...props} className="space-y-3 border-t border-line p-4">
        <input type="hidden" name="form" value="speaker" readOnly />
        <IdempotencyKey of="speaker" />
        <EnterpriseInput conference={conference} id="speaker-name" name="name" label={t('desk:speakers.name')} />
        <Button type="submit" name="act" value="add" variant="secondary">{t('desk:speakers.add')}</Button>
      </form>
    </Card>
  )
}

/** What the page showed when the button was pressed: somebody else may have been quicker. */
function Hidden({ one: { id, state, place }, speaking }: { one: Speaker; speaking?: number }) {
  return (
    <>
      <input type="hidden" name="form" value="speaker" readOnly />
      <input type="hidden" name="id" value={id} readOnly />
      <input type="hidden" name="seen" value={`${state} ${place}`} readOnly />
      {speaking !== undefined && <input type="hidden" name="speaking" value={speaking} readOnly />}
    </>
  )
}

function Acts({ one: { state, name } }: { one: Speaker }) {
  const { t } = useTranslation()
  const button = (act: string, variant: 'primary' | 'secondary' | 'quiet', sign?: ReactNode) => (
    <Button type="submit" name="act" value={act} variant={variant} className="min-w-11 max-sm:px-3" aria-label={`${t(`desk:speakers.${act}`)}: ${name}`}>
      {sign ?? t(`desk:speakers.${act}`)}
    </Button>
  )
  if (state === 'speaking') return <>{button('done', 'primary')}{button('skip', 'quiet')}</>
  if (state === 'skipped') return button('call', 'secondary')
  return <>{button('call', 'secondary')}{button('up', 'quiet', <UpIcon />)}{button('down', 'quiet', <DownIcon />)}{button('skip', 'quiet')}</>
}

/** Null when done, a text when refused, undefined when nobody answered. */
async function sent(conference: number, body: FormData): Promise<string | null | undefined> {
  try {
    const answer = await fetch(`/conferences/${conference}/speakers`, { method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(10_000) })
    return answer.ok ? ((await answer.json()) as { refused: string | null }).refused : undefined
  } catch {
    return undefined
  }
}
