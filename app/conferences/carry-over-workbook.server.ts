import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import type { Translate } from '#app/i18n/instance.ts'
import { carryColumns, type CarryGrouping } from '#workflows/reports/carry-over.ts'
import { cutTo } from '#workflows/text/cut-to.ts'
import type { CarryOverView, CarrySheet } from './carry-over-view.server.ts'
import { promiseWords } from './promise-words.ts'

type Whole = CarryOverView & { sheet: CarrySheet }
type Row = CarrySheet['carried']['items'][number]

const head = (labels: string[]) => labels.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true }))
/** What Excel holds in one cell. */
const mostCharacters = 32_767
/** Text is text, also where it begins as a formula would. */
const text = (value: string | null) => ({ value: cutTo(value ?? '', mostCharacters), type: String, wrap: true })
const count = (value: number) => ({ value, type: Number })
const day = (on: string) => text(on.split('-').reverse().join('/'))

/** The carry-over sheet as officials pass it on: figures by enterprise and by zone, then the issues themselves in full. */
export async function carryOverWorkbook(view: Whole, byZone: CarrySheet, t: Translate): Promise<Buffer> {
  const { sheet } = view
  const name = (of: string) => t(`carry:sheetName.${of}`)
  const lists = [{ sheet: name('issues'), data: issueRows(sheet.carried.items, sheet.today, t) }]
  if (sheet.leftOut.length > 0) lists.push({ sheet: name('leftOut'), data: issueRows(sheet.leftOut, sheet.today, t) })
  const figures = [
    { sheet: name('figures'), data: figureRows(sheet, 'enterprise', t, view.conference.title), columns: [{ width: 45 }, { width: 30 }] },
    { sheet: name('zones'), data: figureRows(byZone, 'zone', t, view.conference.title), columns: [{ width: 45 }] },
  ]
  const widths = [14, 60, 40, 30, 40, 40, 14, 12, 45, 24, 40].map((width) => ({ width }))
  return writeXlsxFile([...figures, ...lists.map((one) => ({ ...one, columns: widths, stickyRowsCount: 1 }))]).toBuffer()
}

function figureRows({ figures: { items, total } }: CarrySheet, grouping: CarryGrouping, t: Translate, title: string): SheetData {
  const byEnterprise = grouping === 'enterprise'
  const names = byEnterprise ? [t('carry:row.enterprise'), t('carry:row.zone')] : [t('carry:row.zone')]
  const none = t(byEnterprise ? 'carry:row.noEnterprise' : 'carry:row.noZone')
  return [
    [{ value: `${t('carry:heading')}: ${title}`, type: String, fontWeight: 'bold' as const }],
    head([...names, ...carryColumns.map((column) => t(`carry:column.${column}`))]),
    ...items.map((row) => [
      text((byEnterprise ? row.name : row.zone) ?? none), ...(byEnterprise ? [text(row.zone)] : []), ...carryColumns.map((column) => count(row[column])),
    ]),
    [...head([t('carry:row.total'), ...(byEnterprise ? [''] : [])]), ...carryColumns.map((column) => count(total[column]))],
    [text(t('carry:definition'))],
  ]
}

function issueRows(items: Row[], today: string, t: Translate): SheetData {
  const fields = ['code', 'text', 'where', 'zone', 'leadUnit', 'first', 'firstHeld', 'sessions', 'promises', 'state', 'reason']
  return [
    head(fields.map((field) => t(field === 'where' ? 'carry:row.enterprise' : `carry:field.${field}`))),
    ...items.map((one) => [
      text(one.code), text(one.text), text(one.enterprise), text(one.zone), text(one.leadUnit), text(one.first.title), day(one.first.heldOn),
      count(one.sessions), text(one.promises.map((promise) => promiseWords(promise, today, t)).join('\n')), text(t(`issues:state.${one.state}`)), text(one.reason),
    ]),
  ]
}
