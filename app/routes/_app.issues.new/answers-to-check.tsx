import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { formatDate } from '#app/ui/format.ts'
import { named } from '#app/ui/named.ts'
import type { answeredBy } from './answered.server.ts'

type Props = { answered: Awaited<ReturnType<typeof answeredBy>>; byAssociation: boolean }

/** Every answer as it will be sent, each with the way to change it. */
export function AnswersToCheck({ answered, byAssociation }: Props) {
  const { t, i18n } = useTranslation()
  const { enterprise, conference, text, group, place, contact } = answered
  const held = conference && t('filing:conference.one', { title: conference.title, date: formatDate(conference.heldOn) })
  return (
    <dl className="divide-y divide-line rounded border border-line bg-paper">
      <Answer term={t('filing:check.enterprise')} page={byAssociation ? 'member' : undefined}>
        {enterprise && [enterprise.name, enterprise.taxCode].filter(Boolean).join(' · ')}
      </Answer>
      <Answer term={t('filing:conference.label')} page="conference">
        {held ?? t('filing:conference.none')}
      </Answer>
      <Answer term={t('filing:text.label')} page="text">
        <span className="whitespace-pre-line">{text}</span>
      </Answer>
      <Answer term={t('filing:group.label')} page="group">
        {group ? named(group, i18n.language) : t('filing:group.unsure')}
      </Answer>
      <Answer term={t('filing:check.place')} page="place">
        {place}
      </Answer>
      <Answer term={t('filing:check.contact')} page="contact">
        <span className="whitespace-pre-line">{contact.join('\n')}</span>
      </Answer>
    </dl>
  )
}

function Answer({ term, page, children }: { term: string; page?: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className="px-4 py-3">
      <dt className="text-sm text-ink-soft">{term}</dt>
      <dd className="flex items-start gap-4">
        <span className="min-w-0 grow wrap-break-word">{children || t('filing:check.nothing')}</span>
        {page && (
          <Link to={`/issues/new/${page}?check`} aria-label={t('filing:check.changeWhat', { what: term })} className="link -my-2 inline-block shrink-0 py-2">
            {t('filing:check.change')}
          </Link>
        )}
      </dd>
    </div>
  )
}
