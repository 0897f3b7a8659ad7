import type { FieldErrors } from '#app/i18n/message.ts'
import { fields, type Columns, type Field, type Mapping } from './annex/proposal.ts'
import type { SheetOutline } from './corrections.ts'
import type { Remap } from './remap-import.server.ts'

const isField = (name: string): name is Field => (fields as readonly string[]).includes(name)

/** The form of columns: `use.<sheet>`, `header.<sheet>` and one select `column.<sheet>.<column>` each, sheets by number. */
export function mappingFrom(form: FormData, outline: SheetOutline[]): { mapping: Mapping; errors: FieldErrors } {
  const errors: FieldErrors = {}
  const used = outline.flatMap((sheet, at): [string, Mapping[string]][] => {
    if (!form.has(`use.${at}`)) return []
    const header = String(form.get(`header.${at}`) ?? '').trim()
    if (!/^\d{1,7}$/.test(header)) errors[`header.${at}`] = { key: 'common:invalid.number' }
    const columns: Columns = {}
    sheet.columns.forEach((_, column) => {
      const field = String(form.get(`column.${at}.${column}`) ?? '')
      if (!isField(field)) return
      if (columns[field] !== undefined) errors[`column.${at}.${column}`] = { key: 'conferences:import.fieldTwice' }
      columns[field] = column
    })
    return [[sheet.sheet, { headerRow: Number(header) || 0, columns }]]
  })
  return { mapping: Object.fromEntries(used), errors }
}

const texts = (form: FormData, name: string) => form.getAll(name).filter((value) => typeof value === 'string')

/** The form of rows: every row shown, those ticked, and the repairs offered and accepted. */
export function rowsFrom(form: FormData): Remap {
  const ticked = new Set(texts(form, 'include'))
  const accepted = new Set(texts(form, 'fix'))
  return {
    include: Object.fromEntries(texts(form, 'shown').map((place) => [place, ticked.has(place)])),
    fixes: Object.fromEntries(texts(form, 'offered').map((place) => [place, accepted.has(place)])),
  }
}

/** The form of groups: the first row of each section, and the group chosen for it. */
export function groupsFrom(form: FormData): Remap {
  const chosen = texts(form, 'group')
  return { groups: Object.fromEntries(texts(form, 'place').flatMap((place, at) => (chosen[at] ? [[place, chosen[at]]] : []))) }
}
