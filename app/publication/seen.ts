import { sha256 } from '#app/http/sha256.ts'
import type { Version } from '#db/queries/publications.ts'

type Shown = Pick<Version, 'number' | 'question' | 'answer' | 'state'>

/** What a page showed of a publication, as its form sends it back: approved or withdrawn is exactly that text. */
export const seenOf = (version: Shown | undefined) =>
  version ? `${version.number}:${sha256(JSON.stringify([version.state, version.question, version.answer]))}` : 'none'
