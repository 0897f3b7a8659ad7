import { useTranslation } from '#app/i18n/use-translation.ts'
import type { PublicationView } from '#app/publication/publication-view.server.ts'
import { Card } from '#app/ui/card.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'

type Taken = PublicationView['taken']

/** What the public text is drawn from, and what was taken out of it: only for the office. */
export function Original({ issue, taken }: { issue: PublicationView['issue']; taken: Taken }) {
  const { t } = useTranslation()
  return (
    <Card title={t('publication:page.original')}>
      <div className="space-y-4">
        {issue.enterprise && <p className="text-ink-soft">{issue.enterprise}{issue.leadUnit && ` · ${issue.leadUnit}`}</p>}
        <Words title={t('publication:page.originalQuestion')} text={issue.text} />
        <Words title={t('publication:page.originalAnswer')} text={issue.answer ?? t('publication:page.noAnswer')} />
        {taken.length > 0 && (
          <div className="border-t border-line pt-3">
            <h3 className="font-semibold">{t('publication:taken.title', { count: taken.length })}</h3>
            <TakenList taken={taken} />
          </div>
        )}
      </div>
    </Card>
  )
}

function TakenList({ taken }: { taken: Taken }) {
  const { t } = useTranslation()
  return (
    <ul className="mt-1 list-disc pl-5">
      {taken.map(({ kind, words }, at) => <li key={`${at}`} className="wrap-anywhere">{words} ({t(`publication:taken.kind.${kind}`)})</li>)}
    </ul>
  )
}

/** What the machine would still take out of the text as it stands: for whoever reads it next. */
export function Left({ left }: { left: Taken }) {
  const { t } = useTranslation()
  if (left.length === 0) return null
  return <Notice tone="warn" title={t('publication:taken.left')}><TakenList taken={left} /></Notice>
}

export function PublicText({ text, drafted }: { text: PublicationView['text']; drafted: boolean }) {
  const { t } = useTranslation()
  if (!drafted) return <Notice title={t('publication:stage.none')} />
  return (
    <Card title={t('publication:page.read')}>
      <div className="space-y-4">
        <Words title={t('publication:field.question')} text={text.question} />
        <Words title={t('publication:field.answer')} text={text.answer} />
      </div>
    </Card>
  )
}

const Words = ({ title, text }: { title: string; text: string }) => (
  <div>
    <h3 className="font-semibold">{title}</h3>
    <p className="mt-1 wrap-anywhere whitespace-pre-line">{text}</p>
  </div>
)

/** Every version is kept, with what became of it and why. */
export function Versions({ versions }: { versions: PublicationView['versions'] }) {
  const { t } = useTranslation()
  if (versions.length === 0) return null
  const at = (name: string, when: Date | string | null) => when && t(`publication:versions.${name}`, { at: formatDateTime(when) })
  return (
    <Card title={t('publication:versions.title')}>
      <ol className="space-y-3">
        {versions.map((one) => (
          <li key={one.number}>
            <span className="font-semibold">{t('publication:versions.number', { number: one.number })}</span> · {t(`publication:stage.${one.state}`)}
            <span className="block text-sm text-ink-soft">
              {[at('drafted', one.draftedAt), at('approved', one.approvedAt), at('published', one.publishedAt), at('withdrawn', one.withdrawnAt)].filter(Boolean).join(' · ')}
            </span>
            {one.withdrawnBecause && <span className="block wrap-anywhere">{t('publication:versions.because', { reason: one.withdrawnBecause })}</span>}
          </li>
        ))}
      </ol>
    </Card>
  )
}
