import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { formatDate } from '#app/ui/format.ts'
import type { IssueDirective } from '#db/queries/directives.ts'
import { StateOf } from './state-of.tsx'

type Props = { code: string; items: IssueDirective[]; mayAsk: boolean }

/** Explanations asked for about one issue, for those who may read them; leadership asks from here. */
export function IssueDirectives({ code, items, mayAsk }: Props) {
  const { t } = useTranslation()
  if (items.length === 0 && !mayAsk) return null
  return (
    <Card title={t('directives:card.title')} id="directives">
      {items.length > 0 && (
        <ul className="mb-4 divide-y divide-line">
          {items.map(({ id, state, unit, text, dueOn }) => (
            <li key={id} className="py-3 first:pt-0">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <a className="link numbers font-semibold" href={`/directives/${id}`}>{t('directives:number', { number: id })}</a>
                <StateOf state={state} />
              </p>
              <p className="wrap-anywhere">{text}</p>
              <p className="numbers text-sm text-ink-soft">{[unit, t('directives:leadDue', { on: formatDate(dueOn) })].join(' · ')}</p>
            </li>
          ))}
        </ul>
      )}
      {mayAsk && <LinkButton variant="secondary" to={`/directives/new?issue=${code}`}>{t('directives:card.ask')}</LinkButton>}
    </Card>
  )
}
