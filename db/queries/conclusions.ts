import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { owedStates } from '#workflows/commitment/machine.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { openStates } from '#workflows/resolution/states.ts'
import type { Db } from '#db/client.ts'
import { commitments, conclusions, conclusionTasks, issues } from '#db/schema/index.ts'
import { visibleTo } from './visible-to.ts'

/** The notice of conclusions of a conference, drafted or signed off. */
export async function conclusionOf(db: Db, conferenceId: number) {
  const [row] = await db.select().from(conclusions).where(eq(conclusions.conferenceId, conferenceId))
  return row
}

export type Conclusion = NonNullable<Awaited<ReturnType<typeof conclusionOf>>>
export type TaskIssue = { id: number; code: string; state: (typeof issues.$inferSelect)['state']; dueOn: string | null }

const issuesOfTask = (by: By) => sql<TaskIssue[]>`(select coalesce(json_agg(json_build_object('id', issues.id, 'code', issues.code,
  'state', issues.state, 'dueOn', issues.due_on) order by issues.id), '[]')
  from conclusion_task_issues t join issues on issues.id = t.issue_id where t.task_id = conclusion_tasks.id and ${visibleTo(by)})`

/** The tasks of a notice in their order, each with those of its issues that the person may see. */
export const tasksOf = (db: Db, by: By, conclusionId: number) =>
  db
    .select({
      id: conclusionTasks.id, number: conclusionTasks.number, text: conclusionTasks.text, leadUnit: conclusionTasks.leadUnit,
      coordinatingUnits: conclusionTasks.coordinatingUnits, dueOn: conclusionTasks.dueOn, product: conclusionTasks.product,
      commitmentId: conclusionTasks.commitmentId, issues: issuesOfTask(by),
      promise: sql<(typeof commitments.$inferSelect)['state'] | null>`(select c.state from commitments c where c.id = conclusion_tasks.commitment_id)`,
    })
    .from(conclusionTasks)
    .where(eq(conclusionTasks.conclusionId, conclusionId))
    .orderBy(asc(conclusionTasks.number))

export type ConclusionTask = Awaited<ReturnType<typeof tasksOf>>[number]

const coordinating = sql<string[]>`coalesce((select array_agg(u.unit order by u.unit) from issue_coordinating_units u where u.issue_id = issues.id), '{}')`

/** What is still promised about issues of the conference. */
export const promisesOf = (db: Db, by: By, conferenceId: number) =>
  db
    .select({
      commitmentId: commitments.id, text: commitments.text, ownerUnit: commitments.ownerUnit, dueOn: commitments.dueOn,
      issueId: issues.id, coordinatingUnits: coordinating,
    })
    .from(issues)
    .innerJoin(commitments, eq(commitments.issueId, issues.id))
    .where(and(eq(issues.conferenceId, conferenceId), inArray(commitments.state, [...owedStates]), visibleTo(by)))

/** The answers that units still owe for the conference. */
export const answersOwed = (db: Db, by: By, conferenceId: number) =>
  db
    .select({ issueId: issues.id, code: issues.code, leadUnit: sql<string>`issues.lead_unit`, coordinatingUnits: coordinating })
    .from(issues)
    .where(and(eq(issues.conferenceId, conferenceId), isNotNull(issues.leadUnit), inArray(issues.state, [...openStates]), visibleTo(by)))
    .orderBy(asc(issues.id))

/** Issues of the conference by their codes, for a task that names them. */
export const issuesNamed = (db: Db, by: By, conferenceId: number, codes: string[]) =>
  codes.length === 0
    ? Promise.resolve([])
    : db
        .select({ id: issues.id, code: issues.code })
        .from(issues)
        .where(and(eq(issues.conferenceId, conferenceId), inArray(issues.code, codes), visibleTo(by)))
