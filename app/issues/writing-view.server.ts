import type { PartsWithFiles } from '#app/files/parts-with-files.server.ts'
import type { Db } from '#db/client.ts'
import { documentsOutOfForce, templatesFor } from '#db/queries/answer-templates.ts'
import type { PositionRow } from '#db/queries/issue-position.ts'
import type { MoveName } from '#workflows/resolution/moves.ts'
import { wordDiff } from '#workflows/text/word-diff.ts'

type Answer = PartsWithFiles['answers'][number]
type Ground = { row: Pick<PositionRow, 'group' | 'topic'>; parts: Pick<PartsWithFiles, 'answers'>; today: string }

const ofTexts: MoveName[] = ['submitAnswer', 'refuse', 'approve']

/** What the form of an answer or of its approval needs beside its fields; nothing for other moves. */
export async function writingFor(db: Db, move: MoveName, { row, parts, today }: Ground) {
  if (!ofTexts.includes(move)) return null
  const [templates, outOfForce] = await Promise.all([move === 'submitAnswer' ? templatesFor(db, row) : [], documentsOutOfForce(db, today)])
  return { templates, outOfForce, today, approving: move === 'approve' ? awaiting(parts.answers) : null }
}

function awaiting(answers: Answer[]) {
  const found = answers.find((one) => one.submittedAt !== null && one.issuedAt === null && one.returnedAt === null)
  return found ? { number: found.number, text: found.text, legalGround: found.legalGround, sha256: found.sha256, files: found.files } : null
}

/** «2..3»: two of the versions that the person reads, word by word; nothing where it names others. */
export function comparisonOf(asked: string | null | undefined, versions: Pick<Answer, 'number' | 'text'>[]) {
  const [, from, to] = /^(\d{1,4})\.\.(\d{1,4})$/.exec(asked ?? '') ?? []
  const [one, other] = [from, to].map((number) => versions.find((version) => version.number === Number(number)))
  return one && other && one !== other ? { from: one.number, to: other.number, parts: wordDiff(one.text, other.text) } : null
}
