import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDate } from '#app/ui/format.ts'
import type { loader } from './route.tsx'

/** What the paper will say of the meeting, to be read before it is printed; each line leads to its issue. */
export function Course() {
  const { t } = useTranslation()
  const { conference, course, mayWrite } = useLoaderData<typeof loader>()
  if (course.length === 0) {
    const desk = mayWrite && <LinkButton to={`/conferences/${conference.id}/desk`}>{t('documents:page.toDesk')}</LinkButton>
    return <EmptyState title={t('documents:page.nothing')} action={desk}>{t('documents:page.nothingLead')}</EmptyState>
  }
  return (
    <div className="mt-6">
      <Card title={t('documents:page.course', { count: course.length })}>
        <ol className="divide-y divide-line">
          {course.map(({ code, at, enterprise, withheld, text, answer, promises }) => (
            <li key={code} className="py-3 first:pt-0 last:pb-0">
              <p className="wrap-break-word">
                <span className="text-ink-soft">{at}</span> <strong>{enterprise ?? t('documents:page.unnamed')}</strong> (<a className="link" href={`/issues/${code}`}>{code}</a>)
              </p>
              <p className="whitespace-pre-line wrap-break-word">{withheld ? t('documents:withheld') : text}</p>
              {answer && <Reply label={t('documents:page.answered', { by: answer.by })} text={answer.text} />}
              {promises.map((one, index) => (
                <Reply key={index} label={t('documents:page.promised', { unit: one.unit, day: formatDate(one.dueOn) })} text={one.text} />
              ))}
            </li>
          ))}
        </ol>
      </Card>
    </div>
  )
}

const Reply = ({ label, text }: { label: string; text: string }) => (
  <p className="mt-1 border-l-4 border-line pl-3 wrap-break-word"><span className="font-semibold">{label}:</span> {text}</p>
)
