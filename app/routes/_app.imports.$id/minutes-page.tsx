import { Form, Link, useLocation } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { MinutesView } from '#app/imports/minutes/minutes-view.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { MinutesBlocks } from './minutes-blocks.tsx'
import { MinutesSpeakers } from './minutes-speakers.tsx'

/** Minutes as read: source beside proposal, one form, so that whatever is pressed nothing filled in is lost. */
export function MinutesPage({ view }: { view: MinutesView }) {
  useFocusOnHash(view.stamp)
  return (
    <>
      <Outcome view={view} />
      <Form method="post" key={`${view.stamp} ${view.page}`} className="space-y-6" noValidate>
        <Actions view={view} />
        {view.state === 'preview' && <MinutesSpeakers view={view} />}
        <MinutesBlocks view={view} />
        <Actions view={view} again />
      </Form>
      <Pages view={view} />
      <Repairs view={view} />
    </>
  )
}

/** After a correction the form is made anew: the keyboard goes on where it was. */
function useFocusOnHash(stamp: string) {
  const { hash } = useLocation()
  useEffect(() => {
    if (/^#c-\d+$/.test(hash)) document.getElementById(hash.slice(1))?.focus({ preventScroll: true })
  }, [hash, stamp])
}

function Outcome({ view }: { view: MinutesView }) {
  const { t } = useTranslation('prose')
  const { state, counts, conference } = view
  const toConference = <LinkButton to={`/conferences/${conference.id}`} variant={state === 'committed' ? 'primary' : 'secondary'}>{t('conferences:import.toConference')}</LinkButton>
  if (state === 'undone') return <Notice title={t('conferences:import.undone')}><div className="mt-3">{toConference}</div></Notice>
  if (state === 'committed') {
    return (
      <Notice tone="good" title={t('conferences:import.committed', { count: counts.entered })}>
        {counts.comments > counts.entered && <p>{t('conferences:import.alreadyThere', { count: counts.comments - counts.entered })}</p>}
        <Form method="post" className="mt-3 flex flex-wrap items-center gap-3">
          {toConference}
          {counts.entered > 0 && <Button type="submit" variant="danger" name="intent" value="undo">{t('conferences:import.undo')}</Button>}
          {counts.entered > 0 && <p className="basis-full text-sm">{t('conferences:import.undoHint')}</p>}
        </Form>
      </Notice>
    )
  }
  return (
    <Notice title={t('found', { count: counts.comments })}>
      <p>{t('beside', counts)}</p>
      {counts.comments > counts.fresh && <p>{t('conferences:import.wouldBeThere', { count: counts.comments - counts.fresh })}</p>}
      {view.correctedBefore && <p>{t('correctedBefore')}</p>}
      {counts.unsure > 0 && <p>{t('unsure', { count: counts.unsure })}</p>}
      {counts.undecided > 0 && <p className="font-semibold">{t('undecided', { count: counts.undecided })}</p>}
      {view.oneTable && (
        <Form method="post" className="mt-3">
          <p>{t('oneTable')}</p>
          <Button type="submit" variant="secondary" className="mt-2" name="intent" value="annex">{t('asAnnex')}</Button>
        </Form>
      )}
    </Notice>
  )
}

/** The first button of a form is the one that Enter presses: it saves. */
function Actions({ view, again }: { view: MinutesView; again?: boolean }) {
  const { t } = useTranslation('prose')
  const { state, counts } = view
  if (state !== 'preview') return null
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button type="submit" variant="secondary" name="intent" value="save">{t('save')}</Button>
      {counts.fresh > 0 && <Button type="submit" name="intent" value="commit">{t('conferences:import.commit', { count: counts.fresh })}</Button>}
      {again && <Button type="submit" variant="quiet" name="intent" value="again">{t('again')}</Button>}
    </div>
  )
}

function Pages({ view: { page, pages } }: { view: MinutesView }) {
  const { t } = useTranslation()
  if (pages === 1) return null
  return (
    <nav aria-label={t('common:list.pages')} className="flex flex-wrap items-center gap-4">
      {page > 1 && <Link to={`?page=${page - 1}`} className="link py-2" rel="prev">{t('conferences:import.previousPage')}</Link>}
      <span className="numbers">{t('conferences:import.page', { page, pages })}</span>
      {page < pages && <Link to={`?page=${page + 1}`} className="link py-2" rel="next">{t('common:list.next')}</Link>}
      <p className="basis-full text-sm text-ink-soft">{t('prose:saveFirst')}</p>
    </nav>
  )
}

function Repairs({ view: { repairs, repaired } }: { view: MinutesView }) {
  const { t } = useTranslation('prose')
  if (repairs.length === 0) return null
  return (
    <Card title={t('repairs')}>
      <details>
        <summary className="link inline-block py-1">{t('repaired', { count: repaired })}</summary>
        <ul className="mt-2 space-y-1">
          {repairs.map(({ paragraph, key, ...params }, at) => (
            <li key={at} className="wrap-anywhere"><span className="numbers font-semibold">{t('paragraph', { paragraph })}: </span>{t(`imports:${key}`, params)}</li>
          ))}
        </ul>
      </details>
    </Card>
  )
}
