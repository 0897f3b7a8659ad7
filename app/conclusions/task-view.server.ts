import type { Actor } from '#app/access/actor.ts'
import { byOf } from '#app/access/actor.ts'
import { conferenceAsked } from '#app/conferences/conference-asked.server.ts'
import { notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { unitChoices } from '#db/queries/admin-units.ts'
import { conclusionOf, tasksOf, type ConclusionTask } from '#db/queries/conclusions.ts'
import { hashOfTask } from './content-hash.server.ts'

/** A task of a draft as a form, or an empty form for a new one. */
export async function taskView(db: Db, by: Actor, conferenceId: string | undefined, wanted: string | undefined) {
  const conference = await conferenceAsked(db, conferenceId)
  const notice = await conclusionOf(db, conference.id)
  if (notice?.state !== 'draft') notFound('task')
  const [tasks, units] = await Promise.all([tasksOf(db, byOf(by), notice.id), unitChoices(db)])
  const task = wanted === 'new' ? null : (tasks.find(({ id }) => String(id) === wanted) ?? notFound('task'))
  return {
    conference: { id: conference.id, title: conference.title },
    units,
    seen: task ? hashOfTask(task) : '',
    task: task && { number: task.number, promised: task.commitmentId !== null, values: valuesOf(task) },
  }
}

const valuesOf = ({ text, leadUnit, coordinatingUnits, dueOn, product, issues }: ConclusionTask) => ({
  text, leadUnit, coordinatingUnits, dueOn: dueOn ?? '', product: product ?? '', issues: issues.map(({ code }) => code).join(', '),
})
