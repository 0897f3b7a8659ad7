import type { Field, Value } from '#app/documents/fields.ts'
import type { Translate } from '#app/i18n/instance.ts'
import { formatDateTime, formatNumber, formatRate } from '#app/ui/format.ts'
import { countedIn, type Figures, type Label } from '#workflows/reports/issued.ts'
import { periodColumns, type PeriodCounts } from '#workflows/reports/period.ts'
import { ratesOf } from '#workflows/reports/rates.ts'

type PeriodLine = Figures['period']['rows'][number]
type BoxLine = Figures['rows'][number]
export type Words = { t: Translate; language: keyof Label }

const rateOf = ({ answered, total }: PeriodCounts) => formatRate(answered, total, 'vi')
const labelled = ({ by }: Figures, { t, language }: Words) => ({ label: t(`reports:heading.${by}`), share: 60, of: ({ label }: { label: Label }) => label[language] })

/** The official table: carried over, new, taken up again, total, and what became of them. */
export const periodFields = (figures: Figures, words: Words): Field<PeriodLine>[] => [
  { label: words.t('issued:column.number'), share: 13, align: 'center', of: (_, index) => index + 1 },
  labelled(figures, words),
  ...periodColumns.map((column): Field<PeriodLine> => ({ label: words.t(`issued:column.${column}`), share: 21, align: 'center', of: ({ counts }) => counts[column] })),
  { label: words.t('issued:column.rate'), share: 22, align: 'center', of: ({ counts }) => rateOf(counts) },
]
export const periodTotal = ({ period: { total } }: Figures, { t }: Words): Value[] => ['', t('reports:heading.total'), ...periodColumns.map((column) => total[column]), rateOf(total)]

const outOf = (n: number, of: number) => (of === 0 ? '–' : `${formatRate(n, of, 'vi')}\n${formatNumber(n, 'vi')}/${formatNumber(of, 'vi')}`)

/** The rates as on the page, each with its numerator and denominator. */
export const rateFields = (figures: Figures, words: Words): Field<BoxLine>[] => [
  labelled(figures, words),
  { label: words.t('reports:box.received'), share: 25, align: 'center', of: ({ counts }) => counts.received },
  ...figures.definitions.map(({ id }, at): Field<BoxLine> => ({
    label: words.t(`reports:rate.${id}`), share: 36, align: 'center',
    of: ({ counts }) => { const { n, of } = ratesOf(counts)[at]!; return outOf(n, of) },
  })),
]

/** Every box of the report and the two sides of each rate, for whoever counts on in a spreadsheet. */
export const boxFields = (figures: Figures, words: Words): Field<BoxLine>[] => {
  const count = (label: string, of: (row: BoxLine) => number): Field<BoxLine> => ({ label, share: 22, align: 'center', of })
  return [
    labelled(figures, words),
    ...countedIn(figures).map((box) => count(words.t(`reports:box.${box}`), ({ counts }) => counts[box])),
    count(words.t('reports:column.comments'), ({ perComment }) => perComment.received),
    count(words.t('reports:column.commentsAnswered'), ({ perComment }) => perComment.answered),
    count(words.t('reports:column.commentsResolved'), ({ perComment }) => perComment.resolved),
    ...figures.definitions.flatMap(({ id, version }, at) => {
      const rate = `${words.t(`reports:rate.${id}`)} (${words.t('reports:version', { version })})`
      return [count(words.t('reports:column.numerator', { rate }), ({ counts }) => ratesOf(counts)[at]!.n), count(words.t('reports:column.denominator', { rate }), ({ counts }) => ratesOf(counts)[at]!.of)]
    }),
  ]
}

/** The line of the total for fields that tell rows apart by their label. */
export const totalOf = (figures: Figures, fields: Field<BoxLine>[], { t }: Words): Value[] => {
  const words = t('reports:heading.total')
  return fields.map(({ of }) => of({ key: null, label: { vi: words, en: words }, ...figures.total }, 0))
}

/** As of when, within what, told apart how. */
export const leadsOf = (figures: Figures, { t, language }: Words): string[] => [
  t('reports:asOf', { at: formatDateTime(figures.asOf) }),
  `${t('issued:scope')}: ${figures.narrowed.map((one) => one[language]).join('; ') || t('issued:city')}. ${t(`reports:by.${figures.by}`)}.`,
]

/** What every number means, with the id and version of each definition. */
export function definitionsOf(figures: Figures, { t, language }: Words): string[] {
  const boxes = (names: readonly string[]) => names.map((box) => `«${t(`reports:box.${box}`)}»`).join(' + ')
  return [
    t('issued:definition.period', { version: figures.periodVersion }),
    ...figures.definitions.map(({ id, version, numerator, denominator, excludes, formula }) => t('issued:definition.rate', {
      name: t(`reports:rate.${id}`), id, version, formula: formula[language], numerator: boxes([numerator]), denominator: boxes(denominator),
      excludes: excludes.length > 0 ? boxes(excludes) : t('issued:definition.nothing'),
    })),
    t('reports:note'),
  ]
}
