import type { Field } from '#app/documents/fields.ts'
import { paperTable } from '#app/documents/fields.ts'
import type { Namer } from '#app/issues/names.ts'
import { formatNumber } from '#app/ui/format.ts'
import type { RegisterRow } from '#db/queries/register-rows.ts'
import { localDate, type Calendar } from '#workflows/deadlines/calendar.ts'
import { plain, type Annex, type Block } from '#workflows/documents/official.ts'
import { roman } from '#workflows/documents/wording.ts'
import type { Words } from './figures-tables.ts'

/** What a paper bears before nobody turns its pages any more; the workbook has them all. */
export const mostListed = 1000

type Register = { rows: RegisterRow[]; all: number; name: Namer; calendar: Calendar }

const unitOf = ({ leadUnit }: RegisterRow, { name }: Register, { t }: Words) => (leadUnit ? name.unit(leadUnit) : t('reports:none.unit'))
/** What went another legal track is counted and not told: these papers go on to units. */
const isWithheld = ({ state }: RegisterRow) => state === 'diverted'

/** The seven columns in which offices keep such a list. */
const fields = (of: Register, words: Words): Field<RegisterRow>[] => {
  const { t } = words
  const { name, calendar } = of
  return [
    { label: t('issued:column.number'), share: 12, align: 'center', of: (_, index) => index + 1 },
    { label: t('issued:register.enterprise'), share: 40, of: (row) => (isWithheld(row) ? '' : row.enterprise) },
    { label: t('issued:register.content'), share: 87, of: (row) => `${row.code}: ${isWithheld(row) ? t('documents:withheld') : row.text}` },
    { label: t('issued:register.lead'), share: 34, of: (row) => (isWithheld(row) ? '' : unitOf(row, of, words)) },
    { label: t('issued:register.coordinating'), share: 34, of: (row) => row.coordinatingUnits.map((unit) => name.unit(unit)).join('; ') },
    { label: t('issued:register.due'), share: 30, align: 'center', of: ({ dueAt }) => (dueAt ? { day: localDate(dueAt, calendar) } : '') },
    { label: t('issued:register.state'), share: 28, of: ({ state }) => t(`issues:state.${state}`) },
  ]
}

/** The issues behind the figures, unit by unit, with a table of contents before them. */
export function registerAnnex(of: Register, words: Words): Annex {
  const { t } = words
  const count = formatNumber(of.rows.length, 'vi')
  const said = t(of.rows.length < of.all ? 'issued:register.partOf' : 'issued:register.all', { count: of.rows.length, n: count, of: formatNumber(of.all, 'vi') })
  return {
    number: roman(2), title: t('issued:register.title'), reference: said, landscape: true,
    body: [plain(t('issued:register.contents')), contents(of, words), plain(t('issued:register.list')), paperTable(fields(of, words), of.rows, { bandOf: (row) => unitOf(row, of, words) })],
  }
}

function contents(of: Register, words: Words): Block {
  const { t } = words
  const units = new Map<string, { unit: string; first: number; last: number }>()
  for (const [at, row] of of.rows.entries()) {
    const unit = unitOf(row, of, words)
    units.set(unit, { unit, first: units.get(unit)?.first ?? at + 1, last: at + 1 })
  }
  type Line = { unit: string; first: number; last: number }
  const columns: Field<Line>[] = [
    { label: t('issued:column.number'), share: 15, align: 'center', of: (_, index) => roman(index + 1) },
    { label: t('reports:heading.unit'), share: 150, of: ({ unit }) => unit },
    { label: t('issued:register.lines'), share: 40, align: 'center', of: ({ first, last }) => `${first}–${last}` },
    { label: t('reports:column.issues'), share: 30, align: 'center', of: ({ first, last }) => last - first + 1 },
  ]
  return paperTable(columns, [...units.values()])
}
