import { foldWords } from '#workflows/text/fold.ts'
import { cellName } from '../read/grid.ts'
import { excerpt } from './mend-cells.ts'
import type { Mapping, ProposedRow } from './proposal.ts'

/** What only shows between rows: repeated comments, one enterprise with two tax codes, one tax code with two names. */
export function checkRows(rows: ProposedRow[], mapping: Mapping): void {
  const byText = new Map<string, ProposedRow>()
  const byName = new Map<string, ProposedRow>()
  const byCode = new Map<string, ProposedRow>()
  for (const row of rows) {
    const name = foldWords(row.enterprise)
    const add = (field: Shown, key: Found, other: ProposedRow) => {
      const params = { this: excerpt(row[field]), other: excerpt(other[field]), where: where(other, field, mapping) }
      const cell = at(row, field, mapping)
      row.problems.push({ sheet: row.sheet, cell, severity: 'warning', key, params })
    }
    const same = first(byText, row.rowKey.replace(/\|\d+$/, ''), row)
    if (same) add('text', 'duplicateRow', same)
    if (name === '' || row.taxCode === '') continue
    const named = first(byName, name, row)
    if (named && named.taxCode !== row.taxCode) add('taxCode', 'taxCodeDiffers', named)
    const coded = first(byCode, row.taxCode, row)
    if (coded && foldWords(coded.enterprise) !== name) add('enterprise', 'enterpriseNameDiffers', coded)
  }
}

type Shown = 'text' | 'taxCode' | 'enterprise'
type Found = 'duplicateRow' | 'taxCodeDiffers' | 'enterpriseNameDiffers'

/** The first row seen under a key, when it is not this one. */
function first(seen: Map<string, ProposedRow>, key: string, row: ProposedRow): ProposedRow | undefined {
  const earlier = seen.get(key)
  if (!earlier) seen.set(key, row)
  return earlier
}

const at = ({ sheet, row }: ProposedRow, field: Shown, mapping: Mapping) =>
  cellName(mapping[sheet]?.columns[field] ?? 0, row)

function where(row: ProposedRow, field: Shown, mapping: Mapping): string {
  const cell = at(row, field, mapping)
  return row.sheet === '' ? cell : `${row.sheet}!${cell}`
}
