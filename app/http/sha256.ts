import { createHash } from 'node:crypto'

/** Hex SHA-256 of a text (as UTF-8) or of bytes. */
export const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
