import { FileList } from '#app/files/file-list.tsx'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { IssueView } from '#app/issues/issue-view.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { formatDate, formatDateTime } from '#app/ui/format.ts'

type Answer = IssueView['answers'][number]
type Props = { answers: Answer[]; draft: Answer | null; filer: boolean; code: string }

/** Every version, the latest first; an issued one with its letter. The filer's data holds issued ones only. */
export function Answers({ answers, draft, filer, code }: Props) {
  const { t } = useTranslation()
  if (answers.length === 0 && !draft) return null
  const before = (number: number) => (filer ? undefined : answers.find((one) => one.number < number)?.number)
  return (
    <Card title={t('issues:answers.title')}>
      <div className="space-y-6">
        {draft && <Version answer={draft} status={<Badge>{t('issues:answers.draft')}</Badge>} filer={filer} code={code} before={before(draft.number)} />}
        {answers.map((answer) => (
          <Version key={answer.number} answer={answer} status={<Status answer={answer} />} filer={filer} code={code} before={before(answer.number)} />
        ))}
      </div>
    </Card>
  )
}

function Status({ answer: { kind, issuedAt, returnedAt } }: { answer: Answer }) {
  const { t } = useTranslation()
  if (returnedAt) return <Badge>{t('writing:versions.returned')}</Badge>
  if (!issuedAt) return <Badge tone="warn">{t(`issues:answers.pending.${kind}`)}</Badge>
  return <Badge tone={kind === 'refusal' ? 'bad' : 'good'}>{t(`issues:answers.issued.${kind}`)}</Badge>
}

type VersionProps = { answer: Answer; status: React.ReactNode; filer: boolean; code: string; before?: number }

function Version({ answer, status, filer, code, before }: VersionProps) {
  const { t } = useTranslation()
  const { number, text, legalGround, letterNumber, letterDate, issuedAt, draftedBy, draftedAt, approvedBy, answeredBy } = answer
  const facts = [
    letterNumber && letterDate && t('issues:answers.letter', { number: letterNumber, date: formatDate(letterDate) }),
    issuedAt && t('issues:answers.issuedAt', { at: formatDateTime(issuedAt) }),
    answeredBy && t('issues:answers.answeredBy', { name: answeredBy }),
    !filer && draftedBy && t('issues:answers.draftedBy', { name: draftedBy, at: formatDateTime(draftedAt) }),
    approvedBy && t('issues:answers.approvedBy', { name: approvedBy }),
  ].filter(Boolean)
  return (
    <article>
      <h3 className="flex flex-wrap items-center gap-2 font-semibold">
        {t('issues:answers.version', { number })} {status}
      </h3>
      <p className="mt-2 max-w-3xl wrap-anywhere whitespace-pre-line">{text}</p>
      {legalGround && <p className="mt-2">{t('issues:answers.legalGround', { ground: legalGround })}</p>}
      <FileList files={answer.files} />
      <p className="mt-1 text-sm text-ink-soft">{facts.join(' · ')}</p>
      {answer.returnedAt && (
        <p className="mt-2 border-l-4 border-warn pl-3 wrap-anywhere whitespace-pre-line">
          {t('writing:versions.returnedBy', { at: formatDateTime(answer.returnedAt), name: answer.returnedBy ?? '', note: answer.returnNote ?? '' })}
        </p>
      )}
      {before !== undefined && (
        <a className="link inline-block py-1" href={`/issues/${code}?compare=${before}..${number}#compare`}>{t('writing:versions.compare', { number: before })}</a>
      )}
    </article>
  )
}
