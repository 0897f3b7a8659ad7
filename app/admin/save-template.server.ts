import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { Invalid, notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { answerTemplates, topics } from '#db/schema/index.ts'
import { recordChange } from './record-change.server.ts'
import { requireGroup } from './require-group.server.ts'
import type { TemplateInput } from './writing-form.ts'

/** Adds a template, or changes the one of that id. One that was used is not removed but taken out of use. */
export function saveTemplate(db: Db, by: Actor, id: number | null, { name, ...input }: TemplateInput): Promise<void> {
  return db.transaction(async (tx) => {
    const [before] = id === null ? [] : await tx.select().from(answerTemplates).where(eq(answerTemplates.id, id)).for('update')
    if (id !== null && !before) return notFound('template')
    await requireSubject(tx, input)
    const values = { ...input, title: name }
    await requireOnly(tx, id, values)
    const [after] = before
      ? await tx.update(answerTemplates).set(values).where(eq(answerTemplates.id, before.id)).returning()
      : await tx.insert(answerTemplates).values(values).returning()
    await recordChange(tx, by, { subject: 'template', subjectId: after!.id, change: before ? 'change' : 'add', before, after })
  })
}

async function requireSubject(tx: Db, { topic, group }: Pick<TemplateInput, 'topic' | 'group'>) {
  if (group) await requireGroup(tx, group)
  if (!topic) return
  const [known] = await tx.select({ code: topics.code }).from(topics).where(eq(topics.code, topic))
  if (!known) throw new Invalid({ topic: { key: 'common:fields.unknownChoice' } })
}

async function requireOnly(tx: Db, id: number | null, { title, topic, group }: { title: string; topic: string | null; group: string | null }) {
  const same = and(
    eq(answerTemplates.title, title),
    topic === null ? isNull(answerTemplates.topic) : eq(answerTemplates.topic, topic),
    group === null ? isNull(answerTemplates.group) : eq(answerTemplates.group, group),
    id === null ? undefined : ne(answerTemplates.id, id),
  )
  const [taken] = await tx.select({ id: answerTemplates.id }).from(answerTemplates).where(same)
  if (taken) throw new Invalid({ name: { key: 'writing:invalid.titleTaken' } })
}
