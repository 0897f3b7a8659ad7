type TaxCodeFault = 'taxCodeLetters' | 'taxCodeLength' | 'taxCodeCheck'

type TaxCode =
  | { kind: 'empty' }
  | { kind: 'enterprise' | 'branch' | 'personal'; code: string }
  | { kind: 'zeroLost'; code: string; offer: string }
  | { kind: 'invalid'; code: string; reason: { key: TaxCodeFault; params: { digits: number } } }

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]

/** The tenth digit of an enterprise's tax code is 10 − (weighted sum of the first nine mod 11). */
function checks(code: string): boolean {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(code[place]), 0)
  return 10 - (sum % 11) === Number(code[9])
}

/**
 * Reads a tax code as people write it (spaces, dots, an apostrophe from a spreadsheet). 10 digits for an enterprise,
 * 13 for a branch («0123456789-001»), 12 for a personal number. A code that a spreadsheet robbed of its leading zero is
 * not silently mended: the mended code is offered when its check digit is right.
 */
export function readTaxCode(written: string): TaxCode {
  const code = written.replace(/[\s.'’]/g, '')
  const digits = code.replace(/-/g, '')
  if (digits === '') return { kind: 'empty' }
  if (!/^\d+$/.test(digits)) return invalid(code, 'taxCodeLetters')
  const offer = zeroLost(digits)
  if (offer) return { kind: 'zeroLost', code, offer }
  if (digits.length === 12) return { kind: 'personal', code: digits }
  if (digits.length !== 10 && digits.length !== 13) return invalid(code, 'taxCodeLength')
  if (!checks(digits)) return invalid(code, 'taxCodeCheck')
  return digits.length === 10 ? { kind: 'enterprise', code: digits } : { kind: 'branch', code: withBranch(digits) }
}

function zeroLost(digits: string): string | undefined {
  const mended = `0${digits}`
  if (digits.length === 9) return checks(mended) ? mended : undefined
  // A personal number starts with a province code below 100, so 12 digits without a leading zero may be a branch.
  if (digits.length === 12 && digits[0] !== '0') return checks(mended) ? withBranch(mended) : undefined
  return undefined
}

const withBranch = (digits: string) => `${digits.slice(0, 10)}-${digits.slice(10)}`

function invalid(code: string, key: TaxCodeFault): TaxCode {
  return { kind: 'invalid', code, reason: { key, params: { digits: code.replace(/\D/g, '').length } } }
}
