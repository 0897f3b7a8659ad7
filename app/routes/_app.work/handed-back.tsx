import type { Translate } from '#app/i18n/instance.ts'
import type { HandedBack } from '#app/issues/handed-back.ts'
import { formatDate } from '#app/ui/format.ts'
import type { Row } from '#app/ui/issue-table.tsx'
import type { Column } from '#app/ui/table.tsx'

/** Beside each issue: how often it came back, from whom, why, and whom they named. */
export function handedBackColumn(items: HandedBack[], t: Translate): Column<Row> {
  const of = new Map(items.map((one) => [one.code, one.times]))
  return {
    label: t('opinions:competence.by'),
    cell: ({ code }) => {
      const times = of.get(code) ?? []
      return (
        <div className="space-y-2 max-sm:text-left">
          <p className="font-semibold">{t('opinions:competence.title', { count: times.length })}</p>
          {times.map(({ by, note, competentUnit, at }) => (
            <div key={at}>
              <p>{t('opinions:competence.names', { by, unit: competentUnit })}</p>
              <p className="text-sm wrap-anywhere text-ink-soft">{note} · <span className="numbers">{formatDate(at)}</span></p>
            </div>
          ))}
        </div>
      )
    },
  }
}
