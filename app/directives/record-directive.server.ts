import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'
import { appendDirectiveEvent } from '#db/queries/directives.ts'
import type { directiveEvents } from '#db/schema/index.ts'

type Said = Pick<typeof directiveEvents.$inferInsert, 'directiveId' | 'move' | 'toState'> &
  Partial<Pick<typeof directiveEvents.$inferInsert, 'text' | 'mandate' | 'dueOn' | 'issueIds'>>

/** Who said what, in which role and of which unit as it is called now. */
export const recordDirective = (tx: Db, by: Actor, at: Date, said: Said) =>
  appendDirectiveEvent(tx, {
    ...said, at, personId: by.personId, personName: by.name, role: by.role, unit: by.unit, unitName: by.unitName, onBehalfOf: by.onBehalfOf?.name ?? null,
  })
