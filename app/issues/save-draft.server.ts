import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { setDraftFiles } from '#app/files/record-files.server.ts'
import { Conflict, Refused, notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { attachableFiles, filesOfAnswer } from '#db/queries/files.ts'
import { issuePosition, type PositionRow } from '#db/queries/issue-position.ts'
import { answers, issues, people } from '#db/schema/index.ts'
import { movesOpenTo } from '#workflows/resolution/advance.ts'
import { clean } from '#workflows/text/nfc.ts'
import { answerHash } from './answer-hash.server.ts'
import { nextNumber } from './record-parts.server.ts'

type DraftRequest = {
  id: number
  text: string
  /** The SHA-256 of the draft the person began from, empty where there was none; or several that are theirs. */
  seen: string | string[]
  /** Words of theirs of which they do not know whether they were kept. */
  tried?: string
  by: Actor
  /** By number; those that hang on it already stay where left out. */
  files?: number[]
  at?: Date
}

/**
 * Keeps the lead unit's unfinished answer; changes neither the state nor the version of the issue, and leaves no event.
 * Throws `Refused` where nobody may draft now, `Conflict` when a colleague saved another draft meanwhile.
 */
export function saveDraft(db: Db, { id, text, seen, tried, by, files, at = new Date() }: DraftRequest): Promise<{ sha256: string; at: string }> {
  return db.transaction(async (tx) => {
    await requireDrafting(tx, id, by, at)
    await requireDraftSeen(tx, id, seen, [text, tried])
    // a draft begins with what the version before it carried, like its words
    const attached = files ? await attachableFiles(tx, { ids: files, by, issueId: id, ofAnswers: true }) : await filesOfAnswer(tx, id, 'latest')
    const values = { text, sha256: answerHash({ text, files: attached }), draftedBy: by.personId, draftedAt: at }
    const saved = await tx.update(answers).set(values).where(unsent(id)).returning({ id: answers.id })
    const [draft] = saved.length > 0 ? saved : await tx.insert(answers).values({ issueId: id, number: nextNumber(id), ...values }).returning({ id: answers.id })
    await setDraftFiles(tx, { issueId: id, answerId: draft!.id, unit: by.unit }, attached.map((file) => file.id))
    return { sha256: values.sha256, at: at.toISOString() }
  })
}

/** The issue; throws `NotFound` where the person sees no such one, `Refused` where they may write no answer to it now. */
export async function requireDrafting(db: Db, id: number, by: Actor, at: Date): Promise<PositionRow> {
  const { row, state, facts } = (await issuePosition(db, id, by)) ?? notFound('issue')
  if (!movesOpenTo({ state, facts }, { by, at: at.toISOString() }).includes('submitAnswer')) {
    throw new Refused({ key: 'moves:refused.draft' })
  }
  return row
}

/** What a form of ours knows of the draft: the hash shown, and the text of a saving whose answer it did not get. */
export const seenIn = (form: FormData): { seen: string; tried: string | undefined } => {
  const [seen, tried] = [form.get('seen'), form.get('tried')]
  const cleaned = typeof tried === 'string' && tried !== '' ? clean(tried) : undefined
  return { seen: typeof seen === 'string' ? seen : '', tried: cleaned?.ok ? cleaned.text.trim() : undefined }
}

const unsent = (issueId: number) => and(eq(answers.issueId, issueId), isNull(answers.submittedAt))

/** Holds the issue until the transaction ends, and throws `Conflict` where its draft is neither what the person saw nor one of their own `texts`. */
export async function requireDraftSeen(db: Db, issueId: number, seen: string | string[], texts: (string | undefined)[] = []): Promise<void> {
  await db.execute(sql`select 1 from ${issues} where id = ${issueId} for update`)
  const [draft] = await db
    .select({ text: answers.text, sha256: answers.sha256, at: answers.draftedAt, by: people.name })
    .from(answers)
    .leftJoin(people, eq(people.id, answers.draftedBy))
    .where(unsent(issueId))
  if (!draft || [seen].flat().includes(draft.sha256)) return
  const files = await filesOfAnswer(db, issueId, 'draft')
  if (texts.some((text) => text !== undefined && answerHash({ text, files }) === draft.sha256)) return
  throw new Conflict({ key: 'moves:refused.draftStale' }, { draft: { ...draft, at: draft.at.toISOString() } })
}
