import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { Conflict, Refused, notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { issuePosition } from '#db/queries/issue-position.ts'
import { answers, issues, people } from '#db/schema/index.ts'
import { movesOpenTo } from '#workflows/resolution/advance.ts'
import { clean } from '#workflows/text/nfc.ts'
import { answerHash } from './answer-hash.server.ts'
import { nextNumber } from './record-parts.server.ts'

export type DraftRequest = {
  id: number
  text: string
  /** The SHA-256 of the draft the person began from, empty where there was none; or several that are theirs. */
  seen: string | string[]
  by: Actor
  at?: Date
}

/**
 * Keeps the lead unit's unfinished answer; changes neither the state nor the version of the issue, and leaves no event.
 * Throws `Refused` where nobody may draft now, `Conflict` when a colleague saved another draft meanwhile.
 */
export function saveDraft(db: Db, { id, text, seen, by, at = new Date() }: DraftRequest): Promise<{ sha256: string; at: string }> {
  return db.transaction(async (tx) => {
    await requireDrafting(tx, id, by, at)
    const hash = answerHash({ text })
    await requireDraftSeen(tx, id, [seen, hash].flat())
    const values = { text, sha256: hash, draftedBy: by.personId, draftedAt: at }
    const saved = await tx.update(answers).set(values).where(unsent(id)).returning({ id: answers.id })
    if (saved.length === 0) await tx.insert(answers).values({ issueId: id, number: nextNumber(id), ...values })
    return { sha256: hash, at: at.toISOString() }
  })
}

/** Throws `NotFound` where the person sees no such issue, `Refused` where they may write no answer to it now. */
export async function requireDrafting(db: Db, id: number, by: Actor, at: Date): Promise<void> {
  const { state, facts } = (await issuePosition(db, id, by)) ?? notFound('issue')
  if (!movesOpenTo({ state, facts }, { by, at: at.toISOString() }).includes('submitAnswer')) {
    throw new Refused({ key: 'moves:refused.draft' })
  }
}

/** What a form of ours knows of the draft: the hash shown, and the text of a saving whose answer it did not get. */
export const seenIn = (form: FormData): string[] => {
  const [seen, tried] = [form.get('seen'), form.get('tried')]
  const cleaned = typeof tried === 'string' && tried !== '' ? clean(tried) : undefined
  return [typeof seen === 'string' ? seen : '', ...(cleaned?.ok ? [answerHash({ text: cleaned.text.trim() })] : [])]
}

const unsent = (issueId: number) => and(eq(answers.issueId, issueId), isNull(answers.submittedAt))

/** Holds the issue until the transaction ends, and throws `Conflict` where its draft is not the one the person saw. */
export async function requireDraftSeen(db: Db, issueId: number, seen: string | string[]): Promise<void> {
  await db.execute(sql`select 1 from ${issues} where id = ${issueId} for update`)
  const [draft] = await db
    .select({ text: answers.text, sha256: answers.sha256, at: answers.draftedAt, by: people.name })
    .from(answers)
    .leftJoin(people, eq(people.id, answers.draftedBy))
    .where(unsent(issueId))
  if (!draft || [seen].flat().includes(draft.sha256)) return
  throw new Conflict({ key: 'moves:refused.draftStale' }, { draft: { ...draft, at: draft.at.toISOString() } })
}
