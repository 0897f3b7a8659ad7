import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { answers } from '#db/schema/index.ts'

/** The version that lies before the approver: handed in, neither sent back nor issued. */
export async function awaitingVersion(db: Db, issueId: number) {
  const [version] = await db
    .select({ number: answers.number, text: answers.text, sha256: answers.sha256 })
    .from(answers)
    .where(and(eq(answers.issueId, issueId), isNotNull(answers.submittedAt), isNull(answers.returnedAt), isNull(answers.issuedAt)))
    .orderBy(desc(answers.number))
    .limit(1)
  return version
}

/** The version that has this hash, the first where words returned to what they had been. */
export async function versionWithHash(db: Db, issueId: number, sha256: string) {
  const [version] = await db
    .select({ number: answers.number, text: answers.text })
    .from(answers)
    .where(and(eq(answers.issueId, issueId), eq(answers.sha256, sha256)))
    .orderBy(asc(answers.number))
    .limit(1)
  return version
}
