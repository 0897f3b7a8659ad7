import { paperTable, type Field, type Value } from '#app/documents/fields.ts'
import { renderPaper, type PaperFormat } from '#app/documents/render-paper.server.ts'
import { workbookStream, type StreamedSheet } from '#app/exports/workbook-stream.ts'
import { translator } from '#app/i18n/instance.ts'
import { heading, plain, type Annex, type Paper } from '#workflows/documents/official.ts'
import { roman } from '#workflows/documents/wording.ts'
import type { Figures } from '#workflows/reports/issued.ts'
import { boxFields, definitionsOf, leadsOf, periodFields, periodTotal, rateFields, totalOf, type Words } from './figures-tables.ts'

/** `below`: who issued it, when, and its hash. */
type Titled = { title: string; below?: string[] }

/** Official papers are in Vietnamese, whoever asks for them. */
export const officialWords = (): Words => ({ t: translator('vi'), language: 'vi' })

/** The figures as a paper, and beside them what else belongs to it. */
export function figuresPaper(figures: Figures, { title, below = [] }: Titled, annexes: Annex[] = []): Paper {
  const words = officialWords()
  const { t } = words
  const [asOf, scope] = leadsOf(figures, words)
  const rates = rateFields(figures, words)
  const body = [
    ...[scope!, ...below].map((line) => plain(line)),
    heading(t('issued:part.period')), paperTable(periodFields(figures, words), figures.period.rows, { total: periodTotal(figures, words) }),
    heading(t('issued:part.rates')), paperTable(rates, figures.rows, { total: totalOf(figures, rates, words) }),
    heading(t('issued:part.definitions')), ...definitionsOf(figures, words).map((line) => plain(line)),
  ]
  const first: Annex = { number: annexes.length > 0 ? roman(1) : null, title, reference: `(${asOf})`, landscape: true, body }
  return { title, letter: null, annexes: [first, ...annexes] }
}

export const figuresFile = (figures: Figures, titled: Titled, format: PaperFormat, annexes: Annex[] = []) => renderPaper(figuresPaper(figures, titled, annexes), format)

/** The same as a workbook: the official table, every box, what they mean, and further sheets. */
export function figuresWorkbook(figures: Figures, { title, below = [] }: Titled, more: StreamedSheet[] = []): AsyncGenerator<Buffer> {
  const words = officialWords()
  const { t } = words
  const leads = [...leadsOf(figures, words), ...below]
  const [period, boxes] = [periodFields(figures, words), boxFields(figures, words)]
  const sheet = <Row>(name: string, fields: Field<Row>[], rows: Row[], total: Value[]): StreamedSheet => ({
    name: t(`issued:sheet.${name}`), title, leads, columns: fields, rows: [rows.map((row, at) => fields.map(({ of }) => of(row, at)))], total,
  })
  return workbookStream([
    sheet('period', period, figures.period.rows, periodTotal(figures, words)),
    sheet('boxes', boxes, figures.rows, totalOf(figures, boxes, words)),
    { name: t('issued:sheet.definitions'), title: t('issued:part.definitions'), leads, columns: [{ label: t('issued:part.definitions'), share: 230 }], rows: [definitionsOf(figures, words).map((line) => [line])] },
    ...more,
  ])
}
