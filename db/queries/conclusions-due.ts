import { and, asc, eq, lte, sql } from 'drizzle-orm'
import { owedStates } from '#workflows/commitment/machine.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { unresolvedStates } from '#workflows/resolution/states.ts'
import type { Db } from '#db/client.ts'
import { quoted } from '#db/schema/columns.ts'
import { conclusions, conclusionTasks, conferences } from '#db/schema/index.ts'
import { visibleTo } from './visible-to.ts'

/** Behind the task is an issue that is not resolved, or its promise is still owed; one without either is due in its own week only. */
const undone = (by: By, since: string) => sql`case
  when ${conclusionTasks.commitmentId} is not null
    then (select c.state from commitments c where c.id = ${conclusionTasks.commitmentId}) in (${quoted(owedStates)})
  when exists (select from conclusion_task_issues t where t.task_id = ${conclusionTasks.id})
    then exists (select from conclusion_task_issues t join issues on issues.id = t.issue_id
      where t.task_id = ${conclusionTasks.id} and issues.state in (${quoted(unresolvedStates)}) and ${visibleTo(by)})
  else ${conclusionTasks.dueOn} >= ${since} end`

/** Tasks of signed-off notices due by the end of a week and not done, the earliest first. Days are yyyy-MM-dd. */
export const conclusionsDue = (db: Db, by: By, week: { from: string; to: string }, limit: number) =>
  db
    .select({
      id: conclusionTasks.id, number: conclusionTasks.number, text: conclusionTasks.text, leadUnit: conclusionTasks.leadUnit,
      dueOn: sql<string>`${conclusionTasks.dueOn}`, conferenceId: conclusions.conferenceId, notice: conclusions.number, conference: conferences.title,
    })
    .from(conclusionTasks)
    .innerJoin(conclusions, eq(conclusions.id, conclusionTasks.conclusionId))
    .innerJoin(conferences, eq(conferences.id, conclusions.conferenceId))
    .where(and(eq(conclusions.state, 'signedOff'), lte(conclusionTasks.dueOn, week.to), undone(by, week.from)))
    .orderBy(asc(conclusionTasks.dueOn), asc(conclusionTasks.id))
    .limit(limit)
