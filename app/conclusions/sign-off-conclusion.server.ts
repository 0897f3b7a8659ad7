import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { byOf } from '#app/access/actor.ts'
import { forbidden, Invalid, isExpected } from '#app/http/errors.ts'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import type { Db } from '#db/client.ts'
import { tasksOf, type ConclusionTask } from '#db/queries/conclusions.ts'
import { issuePosition } from '#db/queries/issue-position.ts'
import { conclusions } from '#db/schema/index.ts'
import { isOpen } from '#workflows/resolution/states.ts'
import type { SignOff } from './conclusion-form.ts'
import { hashOfIssued, hashOfNotice } from './content-hash.server.ts'
import { openDraft } from './open-draft.server.ts'

/**
 * Records the notice as issued, under its number: from here on neither its words nor its tasks change. The dates of its
 * tasks become the dates of the issues they name, where an answer is still owed. All of it or nothing, of exactly the
 * text that was `seen`.
 */
export async function signOffConclusion(db: Db, conferenceId: number, { seen, ...signature }: SignOff, by: Actor, at = new Date()): Promise<{ dated: number }> {
  if (by.role !== 'coordinator') forbidden()
  return db.transaction(async (tx) => {
    const draft = await openDraft(tx, conferenceId, by)
    const tasks = await tasksOf(tx, byOf(by), draft.id)
    if (hashOfNotice(draft, tasks) !== seen) throw new Invalid({ '': { key: 'conclusions:invalid.changed' } })
    if (tasks.length === 0) throw new Invalid({ '': { key: 'conclusions:invalid.noTasks' } })
    const dates = [...datesOf(tasks)]
    for (const [id, dueOn] of dates) await setDate(tx, id, { dueOn, notice: signature.number }, by, at)
    const issued = { ...draft, ...signature }
    await tx
      .update(conclusions)
      .set({ ...signature, state: 'signedOff', signedOffBy: by.personId, signedOffAt: at, sha256: hashOfIssued(issued, tasks) })
      .where(eq(conclusions.id, draft.id))
    return { dated: dates.length }
  })
}

/** An answer owed under several tasks is owed by the earliest of their days; in the order of ids, as every batch locks. */
export function datesOf(tasks: ConclusionTask[]): Map<number, string> {
  const dates = new Map<number, string>()
  for (const { dueOn, issues } of tasks) {
    if (dueOn === null) continue
    for (const { id, state } of issues) if (isOpen(state) && dueOn < (dates.get(id) ?? '9999')) dates.set(id, dueOn)
  }
  return new Map([...dates].sort(([one], [other]) => one - other))
}

async function setDate(tx: Db, id: number, set: { dueOn: string; notice: string }, by: Actor, at: Date) {
  const position = await issuePosition(tx, id, byOf(by))
  if (!position || !isOpen(position.state)) return
  try {
    await moveIssue(tx, { id, version: position.row.version, by, move: { type: 'setDeadline', ...set }, at })
  } catch (error) {
    if (!isExpected(error)) throw error
    throw new Invalid({ '': { key: 'conclusions:invalid.notDated', params: { code: position.row.code } } })
  }
}
