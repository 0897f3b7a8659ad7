import { Link } from '@remix-run/react'
import { FileList } from '#app/files/file-list.tsx'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { IssueView } from '#app/issues/issue-view.server.ts'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/issue-table.tsx'
import { readPassages } from '#app/imports/minutes/passages.ts'
import { wordsAround } from '#app/imports/minutes/around.ts'
import { marked } from '#workflows/text/passages.ts'

type Props = Pick<IssueView, 'comment' | 'siblings' | 'filer' | 'mayOpenImport'> & { issue: Pick<IssueView['issue'], 'text'> }

/** The issue as worked on, and the comment behind it as received: the two differ once a comment has been split. */
export function CommentCard({ issue, comment, siblings, filer, mayOpenImport }: Props) {
  const { t } = useTranslation()
  const passages = comment.passages ?? []
  const same = comment.text === issue.text && passages.length === 0
  const place = comment.passage ? readPassages(comment.passage).map((one) => t('prose:provenance.paragraph', one)) : [comment.sheet && t('issues:comment.sheet', { sheet: comment.sheet }), comment.row && t('issues:comment.row', { row: comment.row })]
  return (
    <Card title={t('issues:page.text')}>
      <p className="max-w-3xl wrap-anywhere whitespace-pre-line">{issue.text}</p>
      {!same && (
        <details className="mt-4" open={passages.length > 0}>
          <summary className="font-semibold text-navy">{t('issues:comment.asReceived')}</summary>
          <blockquote className="mt-2 border-l-4 border-line pl-4 wrap-anywhere whitespace-pre-line">
            {marked(comment.text, passages).map(({ words, own }, at) => (own ? <mark key={at}>{words}</mark> : words))}
          </blockquote>
          {passages.length > 0 && <p className="mt-1 text-sm text-ink-soft">{t('clusters:split.part')}</p>}
        </details>
      )}
      <FileList files={comment.files} />
      <div className="mt-4 border-t border-line pt-2">
        <DefinitionList
          items={[
            { term: t('issues:comment.channel'), value: t(`issues:channel.${comment.channel}`) },
            { term: t('issues:comment.receivedAt'), value: formatDateTime(comment.receivedAt) },
            { term: t('issues:comment.file'), value: comment.file && [comment.file, ...place].filter(Boolean).join(' · ') },
            { term: t('issues:comment.proposedUnit'), value: comment.proposedUnit },
            { term: t('issues:comment.note'), value: comment.note },
            { term: t('issues:comment.place'), value: [comment.zone, comment.district].filter(Boolean).join(', ') },
            { term: t('issues:comment.contact'), value: comment.contact && <ContactLines contact={comment.contact} /> },
          ]}
        />
      </div>
      {comment.around && <Around text={comment.text} around={comment.around} mayOpen={mayOpenImport} />}
      {siblings.length > 0 && (
        <div className="mt-4">
          <h3 className="font-semibold">{t(filer ? 'issues:comment.yourParts' : 'issues:comment.parts')}</h3>
          <ul className="mt-1 space-y-1">
            {siblings.map(({ code, state, text }) => (
              <li key={code}>
                <Link to={`/issues/${code}`} className="link">{code}</Link> <StateBadge state={state} /> {text}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  )
}

type AroundProps = { text: string; around: NonNullable<Props['comment']['around']>; mayOpen: boolean }

/** The comment among the words it was spoken in. */
function Around({ text, around: { importId, paragraphs }, mayOpen }: AroundProps) {
  const { t } = useTranslation('prose')
  const words = wordsAround(text, paragraphs)
  return (
    <details className="mt-3">
      <summary className="font-semibold text-navy">{t('provenance.around')}</summary>
      {words && (
        <blockquote className="mt-2 border-l-4 border-line pl-4 wrap-anywhere whitespace-pre-line">
          {words.before && <p className="text-ink-soft"><span className="sr-only">{t('provenance.before')}: </span>{words.before}</p>}
          <p><mark>{text}</mark></p>
          {words.after && <p className="text-ink-soft"><span className="sr-only">{t('provenance.after')}: </span>{words.after}</p>}
        </blockquote>
      )}
      {mayOpen && <p className="mt-2"><Link className="link" to={`/imports/${importId}`}>{t('provenance.open')}</Link></p>}
    </details>
  )
}

/** On a phone, a number is rung and an address written to with one touch. */
function ContactLines({ contact: { name, phone, email } }: { contact: NonNullable<Props['comment']['contact']> }) {
  return (
    <ul className="wrap-anywhere">
      {name && <li>{name}</li>}
      {phone && <li><a className="link" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a></li>}
      {email && <li><a className="link" href={`mailto:${email}`}>{email}</a></li>}
    </ul>
  )
}
