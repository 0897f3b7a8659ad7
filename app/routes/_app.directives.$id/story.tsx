import { useTranslation } from '#app/i18n/use-translation.ts'
import type { DirectiveView } from '#app/directives/directive-view.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { formatDate, formatDateTime } from '#app/ui/format.ts'

/** What was asked, explained and decided, the latest last. */
export function Story({ items }: { items: DirectiveView['story'] }) {
  const { t } = useTranslation()
  return (
    <Card title={t('directives:story.title')}>
      <ol className="space-y-5">
        {items.map(({ seq, move, at, who, role, unit, onBehalfOf, mandate, text, dueOn, codes, late }) => (
          <li key={seq} className="border-l-4 border-line pl-3">
            <p className="flex flex-wrap items-center gap-2 font-semibold">
              {t(`directives:story.${move}`)}
              {late && <Badge tone="bad">{t('directives:story.late')}</Badge>}
            </p>
            <p className="numbers text-sm text-ink-soft">
              {[formatDateTime(at), onBehalfOf ? t('writing:notes.onBehalfOf', { name: who, other: onBehalfOf }) : who, t(`common:role.${role}`), unit].filter(Boolean).join(' · ')}
            </p>
            {mandate && <p className="text-sm text-ink-soft">{t('directives:story.mandate', { mandate })}</p>}
            {text && <p className="mt-1 wrap-anywhere whitespace-pre-line">{text}</p>}
            {dueOn && <p className="mt-1">{t('directives:story.dueOn', { on: formatDate(dueOn) })}</p>}
            {codes.length > 0 && <p className="mt-1 flex flex-wrap gap-x-3">{codes.map((code) => <a key={code} className="link numbers inline-block py-1" href={`/issues/${code}`}>{code}</a>)}</p>}
          </li>
        ))}
      </ol>
    </Card>
  )
}
