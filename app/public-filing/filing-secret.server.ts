import { createHash } from 'node:crypto'
import { sha256 } from '#app/http/sha256.ts'
import { canonicalJson } from '#db/queries/event-chain.ts'

/** Crockford's base 32: no letter that is read for a digit, because it is copied by hand. */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The secret of a filing follows from the key of the page and what was written on it: a form that arrives twice, or fifty
 * times at once, has one secret and so is one issue, and can be told it again though only its hash is kept.
 */
export function secretFor(formKey: string, body: unknown): string {
  const bytes = createHash('sha256').update(`${formKey}\n${canonicalJson(body)}`).digest()
  return [...bytes.subarray(0, 12)].map((byte) => symbols[byte % 32]).join('').replace(/(.{4})(?=.)/g, '$1-')
}

/** The hash under which it is kept, of a secret as somebody typed it: case, blanks and look-alikes do not matter. */
export const hashOfTyped = (typed: string) =>
  sha256(typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1'))
