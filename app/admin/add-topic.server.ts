import type { Actor } from '#app/access/actor.ts'
import { Invalid } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { topics } from '#db/schema/index.ts'
import { recordChange } from './record-change.server.ts'
import { requireGroup } from './require-group.server.ts'
import type { TopicInput } from './topic-form.ts'

export function addTopic(db: Db, by: Actor, topic: TopicInput): Promise<string> {
  return db.transaction(async (tx) => {
    await requireGroup(tx, topic.group)
    const [added] = await tx.insert(topics).values(topic).onConflictDoNothing().returning()
    if (!added) throw new Invalid({ code: { key: 'admin:invalid.codeTaken' } })
    await recordChange(tx, by, { subject: 'topic', subjectId: topic.code, change: 'add', after: added })
    return added.code
  })
}
