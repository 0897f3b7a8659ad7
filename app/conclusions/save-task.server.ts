import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { byOf } from '#app/access/actor.ts'
import { requireUnits } from '#app/admin/require-units.server.ts'
import { Invalid, notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { issuesNamed, tasksOf, type ConclusionTask } from '#db/queries/conclusions.ts'
import { conclusionTaskIssues, conclusionTasks } from '#db/schema/index.ts'
import type { TaskInput } from './conclusion-form.ts'
import { hashOfTask } from './content-hash.server.ts'
import { openDraft, touched } from './open-draft.server.ts'

/** Adds a task at the end of a draft, or changes the one given. A task made of a promise keeps the promise's unit and date. */
export async function saveTask(db: Db, conferenceId: number, id: number | null, { seen, issues: codes, ...input }: TaskInput, by: Actor, at = new Date()): Promise<void> {
  await db.transaction(async (tx) => {
    const draft = await openDraft(tx, conferenceId, by)
    const tasks = await tasksOf(tx, byOf(by), draft.id)
    const before = id === null ? undefined : (tasks.find((one) => one.id === id) ?? notFound('task'))
    if (before && hashOfTask(before) !== seen) throw new Invalid({ '': { key: 'conclusions:invalid.changed' } })
    await requireUnits(tx, { leadUnit: [input.leadUnit], coordinatingUnits: input.coordinatingUnits })
    if (before?.commitmentId) requireKept(before, input)
    const named = await issuesNamed(tx, byOf(by), conferenceId, codes)
    const unknown = codes.filter((code) => !named.some((issue) => issue.code === code))
    if (unknown.length > 0) throw new Invalid({ issues: { key: 'conclusions:invalid.unknownIssues', params: { codes: unknown.join(', ') } } })
    const values = { ...input, coordinatingUnits: input.coordinatingUnits.filter((unit) => unit !== input.leadUnit) }
    const taskId = before ? await change(tx, before.id, values) : await add(tx, draft.id, tasks.length + 1, values)
    await tx.delete(conclusionTaskIssues).where(eq(conclusionTaskIssues.taskId, taskId))
    if (named.length > 0) await tx.insert(conclusionTaskIssues).values(named.map((issue) => ({ taskId, issueId: issue.id })))
    await touched(tx, draft, by, at)
  })
}

type Values = Omit<TaskInput, 'seen' | 'issues'>

async function change(tx: Db, id: number, values: Values) {
  await tx.update(conclusionTasks).set(values).where(eq(conclusionTasks.id, id))
  return id
}

async function add(tx: Db, conclusionId: number, number: number, values: Values) {
  const [row] = await tx.insert(conclusionTasks).values({ ...values, conclusionId, number }).returning({ id: conclusionTasks.id })
  return row!.id
}

/** A promise has a date and an owner, which change by a slip or a new promise, not by the words of a notice. */
function requireKept(before: ConclusionTask, { dueOn, leadUnit }: Values) {
  const kept = { key: 'conclusions:invalid.promised' }
  const errors = { ...(dueOn !== before.dueOn && { dueOn: kept }), ...(leadUnit !== before.leadUnit && { leadUnit: kept }) }
  if (Object.keys(errors).length > 0) throw new Invalid(errors)
}
