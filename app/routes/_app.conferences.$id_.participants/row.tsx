import { Link, useFetcher, useLocation, useSearchParams } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { ParticipantRow } from '#app/conferences/participants-view.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'

const tones = { invited: 'plain', confirmed: 'good', declined: 'warn' } as const

/** One of the invited: on the day one press says that they came, before it what they answered. Each press stands by itself. */
export function Row({ row, onTheDay }: { row: ParticipantRow; onTheDay: boolean }) {
  const { t } = useTranslation()
  const fetcher = useFetcher()
  const [search] = useSearchParams()
  const { pathname } = useLocation()
  const pressed = fetcher.formData?.get('mark')
  const came = pressed ? pressed === 'came' : row.attended === true
  const state = pressed === 'confirmed' || pressed === 'declined' ? pressed : row.state
  const here = search.toString()
  const edit = new URLSearchParams(search)
  edit.set('edit', String(row.id))
  const marks = onTheDay ? [came ? 'missing' : 'came'] : ['confirmed', 'declined'].filter((one) => one !== state)
  return (
    <li id={`p-${row.id}`} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 grow basis-64">
        <p className="font-semibold wrap-anywhere">{row.name}</p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
          <Badge tone={tones[state]}>{t(`before:states.${state}`)}</Badge>
          <span>{t(`before:kinds.${row.kind}`)}</span>
          {row.taxCode && <span className="numbers">{row.taxCode}</span>}
          {row.kind !== 'guest' && row.delegate && <span>{row.delegate}</span>}
          {row.position && <span>{row.position}</span>}
        </p>
      </div>
      <fetcher.Form method="post" action={`${pathname}?${here}#p-${row.id}`} className="flex flex-wrap items-center gap-2">
        <input type="hidden" name="intent" value="mark" />
        <input type="hidden" name="id" value={row.id} />
        {marks.map((mark) => (
          <Button key={mark} type="submit" name="mark" value={mark} variant={mark === 'missing' ? 'primary' : 'secondary'} aria-label={t(`before:mark.${mark}Of`, { name: row.name })}>
            {t(`before:mark.${mark}`)}
          </Button>
        ))}
        <Link to={`?${edit}`} className="link inline-block px-1 py-2 text-sm" aria-label={t('before:participants.editOf', { name: row.name })}>{t('before:participants.edit')}</Link>
      </fetcher.Form>
    </li>
  )
}
