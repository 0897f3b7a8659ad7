import { readTaxCode } from './tax-code.ts'

export type InvitedLine = { line: number; name: string; taxCode: string }

/** Only digits and what people write between them, and enough of them: a name such as «Công ty 26» is none. */
const looksLikeTaxCode = (part: string) => /^[\d\s.'’-]+$/.test(part) && part.replace(/\D/g, '').length >= 9

/**
 * A list of enterprises as an office keeps it, one a line: «name ; tax code», in either order, copied from a table or
 * written by hand, with a number in front. Empty lines are left out; `line` is the place in the list as pasted.
 */
export function invitedLines(pasted: string): InvitedLine[] {
  return pasted.split(/\r?\n/).flatMap((written, index) => {
    const parts = written.split(/[;\t|]/).map((part) => part.trim()).filter(Boolean)
    const taxCode = parts.find(looksLikeTaxCode) ?? ''
    const [first, ...rest] = parts.filter((part) => part !== taxCode && !/^\d{1,4}[.)]?$/.test(part))
    const name = (first ?? rest[0] ?? '').replace(/^\d{1,4}[.)]\s+/, '')
    return name === '' && taxCode === '' ? [] : [{ line: index + 1, name, taxCode }]
  })
}

/** One field for a name or a tax code: which of the two was typed. */
export function nameOrTaxCode(typed: string): Omit<InvitedLine, 'line'> {
  const [read] = invitedLines(typed)
  if (!read) return { name: '', taxCode: '' }
  const { kind } = readTaxCode(read.name)
  return read.taxCode === '' && kind !== 'empty' && kind !== 'invalid' ? { name: '', taxCode: read.name } : { name: read.name, taxCode: read.taxCode }
}
