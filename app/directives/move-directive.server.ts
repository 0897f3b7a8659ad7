import { and, eq, sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { conflict, notFound, Refused } from '#app/http/errors.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { holdDirective } from '#db/queries/directives.ts'
import { directives } from '#db/schema/index.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { directiveAfter, type DirectiveMove } from '#workflows/directive/machine.ts'
import { recordDirective } from './record-directive.server.ts'
import { tellDirective } from './tell-directive.server.ts'

type Move = {
  id: number
  /** The version the person saw. */
  seen: number
  move: DirectiveMove
  text: string | null
  mandate?: string | null
  dueOn?: string
  issueIds?: number[]
}

/** The one door by which a demand moves: held, asked of the machine, written with its event and notices, or nothing at all. */
export async function moveDirective(db: Db, { id, seen, move, text, mandate = null, dueOn, issueIds = [] }: Move, by: Actor, at: Date): Promise<void> {
  const { calendar } = await rulesOf(db)
  await db.transaction(async (tx) => {
    const row = (await holdDirective(tx, by, id)) ?? notFound('directive')
    if (row.version !== seen) conflict('directive')
    const to = directiveAfter(row, move, by)
    if (!to) throw new Refused({ key: `directives:refused.${move}` })
    const changed = { state: to, version: sql`${directives.version} + 1`, ...(dueOn && { dueOn }) }
    await tx.update(directives).set(changed).where(and(eq(directives.id, id), eq(directives.version, seen)))
    await recordDirective(tx, by, at, { directiveId: id, move, toState: to, text, mandate, dueOn, issueIds })
    await tellDirective(tx, move, row, at, localDate(at, calendar))
  })
}
