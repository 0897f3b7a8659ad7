import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { verdicts } from '#db/schema/index.ts'
import type { Step } from '#workflows/resolution/advance.ts'

/** What the enterprise said, beside what it said before: the verdict of a first life is never written over. */
export async function recordVerdict(db: Db, issueId: number, { move }: Step): Promise<void> {
  if (move.type !== 'confirmSolved' && move.type !== 'dispute') return
  const { by, note, reason, through = 'account' } = move
  const solved = move.type === 'confirmSolved'
  await db.insert(verdicts).values({
    issueId,
    number: sql`(select count(*) + 1 from verdicts v where v.issue_id = ${issueId})`,
    solved,
    satisfied: solved && move.satisfied,
    reason: solved && move.satisfied ? undefined : reason,
    note,
    personId: by.personId,
    through,
    at: new Date(move.at),
  })
}
