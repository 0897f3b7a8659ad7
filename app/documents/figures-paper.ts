import type { sheetView } from '#app/conferences/sheet-view.server.ts'
import type { Translate } from '#app/i18n/instance.ts'
import { formatDate, formatDateTime } from '#app/ui/format.ts'
import { plain, type Block, type Paper } from '#workflows/documents/official.ts'
import { linesAt } from '#workflows/reports/sheet.ts'
import { paperTable, sheetOf, type Field, type Sheet } from './fields.ts'
import { withNotice, type Notice } from './issuing.ts'

export type Figures = Awaited<ReturnType<typeof sheetView>>
type Row = Figures['rows'][number]

const linesOf = ({ held, total }: Figures) => ['received', ...linesAt(held, total)] as const
const words = (name: string, t: Translate) => t(name === 'inHall' || name === 'later' ? `before:report.${name}` : `conferences:sheet.${name}`)

const fields = (figures: Figures, t: Translate): Field<Row>[] => [
  { label: t('conferences:figure.group'), share: 29, of: ({ label }) => label ?? t('conferences:group.none') },
  ...linesOf(figures).map((name): Field<Row> => ({ label: words(name, t), share: 17, align: 'center', of: (row) => row[name] })),
]
const total = (figures: Figures, t: Translate) => [t('conferences:figure.total'), ...linesOf(figures).map((name) => figures.total[name])]
export const definition = ({ held }: Figures, t: Translate): string => t(held ? 'conferences:sheet.definition' : 'before:report.definition')

/** The figures of a conference by group: those of its page, by the same query. */
export const figuresTable = (figures: Figures, t: Translate): Block => paperTable(fields(figures, t), figures.rows, { total: total(figures, t) })

const asOf = ({ conference, asOf }: Figures, t: Translate) => t('conferences:sheet.lead', { held: formatDate(conference.heldOn), at: formatDateTime(asOf) })

export const figuresPaper = (figures: Figures, notice: Notice | undefined, t: Translate): Paper => ({
  title: `${t('documents:figures.title')}: ${figures.conference.title}`,
  letter: null,
  annexes: [{
    number: null, title: t('documents:figures.title'), reference: withNotice(notice, t), landscape: true,
    body: [plain(figures.conference.title), plain(asOf(figures, t)), figuresTable(figures, t), plain(definition(figures, t))],
  }],
})

export const figuresSheet = (figures: Figures, t: Translate): Sheet =>
  sheetOf({ name: t('documents:figures.sheet'), title: `${t('documents:figures.title')}: ${figures.conference.title}`, lead: asOf(figures, t) }, fields(figures, t), figures.rows, total(figures, t))
