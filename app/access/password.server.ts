import { hash, verify } from '@node-rs/argon2'

/** OWASP's first recommendation for Argon2id (2024): 19 MiB, two passes, one lane. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A password is text: the same letters typed on another keyboard must be the same password, so it is composed first. */
const composed = (password: string) => password.normalize('NFC')

export const hashPassword = (password: string) => hash(composed(password), options)
export const passwordMatches = (stored: string, password: string) => verify(stored, composed(password))
