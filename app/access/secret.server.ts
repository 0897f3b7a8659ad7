import { randomBytes } from 'node:crypto'
import { sha256 } from '#app/http/sha256.ts'

/** A secret that stands in an address: long enough that nobody guesses it, and only its hash is kept. */
export function newSecret() {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: sha256(token) }
}

/** The hash of what somebody presents; `undefined` for what can be no secret of ours. */
export const hashOfSecret = (token: string | null | undefined) => (/^[\w-]{43}$/.test(token ?? '') ? sha256(token!) : undefined)
