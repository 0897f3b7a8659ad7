import { Form } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { PreviewView } from '#app/imports/preview-view.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { SubmitButton } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Place } from './place.tsx'

/** Where this import stands and the one thing to do next: commit it, or take it back. */
export function Outcome({ view }: { view: PreviewView }) {
  const { t } = useTranslation()
  const { state, counts, conference, blockers } = view
  const toConference = (
    <LinkButton to={`/conferences/${conference.id}`} variant={state === 'committed' ? 'primary' : 'secondary'}>
      {t('conferences:import.toConference')}
    </LinkButton>
  )
  if (state === 'committed') {
    return (
      <Notice tone="good" title={t('conferences:import.committed', { count: counts.entered })}>
        {counts.included > counts.entered && <p>{t('conferences:import.alreadyThere', { count: counts.included - counts.entered })}</p>}
        <Form method="post" className="mt-3 flex flex-wrap items-center gap-3">
          {toConference}
          {counts.entered > 0 && <SubmitButton variant="danger" name="intent" value="undo">{t('conferences:import.undo')}</SubmitButton>}
          {counts.entered > 0 && <p className="basis-full text-sm">{t('conferences:import.undoHint')}</p>}
        </Form>
      </Notice>
    )
  }
  if (state === 'undone') return <Notice title={t('conferences:import.undone')}><div className="mt-3">{toConference}</div></Notice>
  if (blockers.length > 0) {
    return (
      <Notice tone="bad" title={t('conferences:import.blocked')}>
        <ul className="mt-1 list-disc pl-5">
          {blockers.map(({ sheet, cell, text }, index) => <li key={index}><Place sheet={sheet} cell={cell} />{t(text.key, { ...text.params })}</li>)}
        </ul>
      </Notice>
    )
  }
  const there = counts.included - counts.fresh
  return (
    <Notice title={t('conferences:import.ready', { count: counts.fresh, rows: counts.rows })}>
      {there > 0 && <p>{t('conferences:import.wouldBeThere', { count: there })}</p>}
      <Form method="post" className="mt-3 flex flex-wrap items-center gap-3">
        {counts.fresh > 0 && <SubmitButton name="intent" value="commit">{t('conferences:import.commit', { count: counts.fresh })}</SubmitButton>}
        {toConference}
      </Form>
    </Notice>
  )
}
