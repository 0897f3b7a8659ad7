import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { topics } from '#db/schema/index.ts'
import { recordChange } from './record-change.server.ts'
import { requireGroup } from './require-group.server.ts'
import type { TopicInput } from './topic-form.ts'

export function changeTopic(db: Db, by: Actor, code: string, input: Omit<TopicInput, 'code'>): Promise<void> {
  return db.transaction(async (tx) => {
    const [before] = await tx.select().from(topics).where(eq(topics.code, code)).for('update')
    if (!before) return notFound('topic')
    await requireGroup(tx, input.group)
    const [after] = await tx.update(topics).set(input).where(eq(topics.code, code)).returning()
    await recordChange(tx, by, { subject: 'topic', subjectId: code, change: 'change', before, after })
  })
}
