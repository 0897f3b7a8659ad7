import type { Actor } from '#app/access/actor.ts'
import { forbidden, Invalid, notFound } from '#app/http/errors.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { addressOf } from '#app/views/page-address.ts'
import type { Db } from '#db/client.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { issueIsVisible } from '#db/queries/issue-is-visible.ts'
import { positionOf } from '#db/queries/issue-position.ts'
import { unitsWithHead } from '#db/queries/unit-heads.ts'
import { directives } from '#db/schema/index.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { mayAsk } from '#workflows/directive/machine.ts'
import type { AskInput } from './directive-form.ts'
import { figureOf, readFigure, splitInstant } from './figure.server.ts'
import { recordDirective } from './record-directive.server.ts'
import { requireDay } from './require-day.ts'
import { requireMandate } from './require-mandate.ts'
import { tellDirective } from './tell-directive.server.ts'

/**
 * Asks a unit to explain an issue that it has a part in, or the figure of a page, which is counted anew with the rights
 * of whoever asks and kept as it stood. Returns its number.
 */
export async function askDirective(db: Db, { about, issue, unit, text, dueOn, mandate }: AskInput, by: Actor, now = new Date()): Promise<number> {
  if (!mayAsk(by)) forbidden()
  requireMandate(by, mandate)
  const { calendar } = await rulesOf(db)
  requireDay(dueOn, now, calendar)
  const today = localDate(now, calendar)
  await requireUnit(db, unit, today)
  const subject = issue === null ? await figureAsked(db, by, about, now) : await issueAsked(db, by, issue, unit)
  return db.transaction(async (tx) => {
    const [row] = await tx.insert(directives).values({ ...subject, unit, text, askedBy: by.personId, askedAt: now, firstDueOn: dueOn, dueOn }).returning({ id: directives.id })
    const id = row!.id
    await recordDirective(tx, by, now, { directiveId: id, move: 'ask', toState: 'asked', text, mandate, dueOn })
    await tellDirective(tx, 'ask', { id, unit, askedBy: by.personId, mandated: mandate !== null }, now, today)
    return id
  })
}

async function requireUnit(db: Db, code: string, today: string) {
  const [{ units }, answering] = await Promise.all([directoryOf(db), unitsWithHead(db, today)])
  if (!units.has(code)) throw new Invalid({ unit: { key: 'common:fields.unknownChoice' } })
  if (!answering.has(code)) throw new Invalid({ unit: { key: 'directives:invalid.noHead' } })
}

async function issueAsked(db: Db, by: Actor, code: string, unit: string) {
  const { row } = (await positionOf(db, code, by)) ?? notFound('issue')
  // asking a unit that has no part in it would tell it of the issue
  const seen = await issueIsVisible(db, row.id, { personId: null, role: 'head', unit, enterpriseId: null, associationId: null })
  if (!seen) throw new Invalid({ unit: { key: 'directives:invalid.noPart' } })
  return { issueId: row.id }
}

async function figureAsked(db: Db, by: Actor, about: string | null, now: Date) {
  const read = readFigure(about ?? '')
  if (!read) throw new Invalid({ '': { key: 'directives:invalid.about' } })
  const { page, at } = splitInstant(read, now)
  return { address: addressOf(page), figure: await figureOf(db, by, page, at), asOf: at }
}
