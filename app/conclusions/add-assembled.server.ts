import { sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { byOf } from '#app/access/actor.ts'
import { translator } from '#app/i18n/instance.ts'
import type { Db } from '#db/client.ts'
import { answersOwed, promisesOf, tasksOf, type Conclusion } from '#db/queries/conclusions.ts'
import { conclusionTaskIssues, conclusionTasks } from '#db/schema/index.ts'
import { assembleTasks, type ProposedTask } from '#workflows/conclusions/assemble.ts'

/** Appends the tasks that follow from the record and are in the notice not yet; returns how many. */
export async function addAssembled(tx: Db, { id, conferenceId }: Conclusion, by: Actor): Promise<number> {
  const who = byOf(by)
  const [present, promises, owed] = await Promise.all([tasksOf(tx, who, id), promisesOf(tx, who, conferenceId), answersOwed(tx, who, conferenceId)])
  const covered = new Set(present.flatMap((task) => task.issues.map((issue) => issue.id)))
  const kept = new Set(present.map(({ commitmentId }) => commitmentId))
  const proposed = assembleTasks(promises.filter(({ commitmentId }) => !kept.has(commitmentId)), owed.filter(({ issueId }) => !covered.has(issueId)))
  if (proposed.length === 0) return 0
  const stored = await tx
    .insert(conclusionTasks)
    .values(proposed.map((task, at) => ({
      conclusionId: id, number: present.length + at + 1, text: textOf(task), leadUnit: task.leadUnit,
      coordinatingUnits: task.coordinatingUnits, dueOn: task.dueOn, commitmentId: task.commitmentId,
    })))
    .returning({ id: conclusionTasks.id, number: conclusionTasks.number })
  const links = stored.flatMap((row) => proposed[row.number - present.length - 1]!.issueIds.map((issueId) => ({ taskId: row.id, issueId })))
  // as one parameter: a notice may name thousands of issues, and each would be two of the 65,534 that a query takes
  await tx.execute(sql`insert into ${conclusionTaskIssues} (task_id, issue_id)
    select (one->>'taskId')::bigint, (one->>'issueId')::bigint from jsonb_array_elements(${JSON.stringify(links)}::jsonb) one`)
  return proposed.length
}

function textOf(task: ProposedTask): string {
  if (task.commitmentId !== null) return task.text
  return translator('vi')('conclusions:usual.answers', { count: task.codes.length, codes: task.codes.join(', ') })
}
