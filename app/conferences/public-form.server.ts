import { randomInt } from 'node:crypto'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { recordChange } from '#app/admin/record-change.server.ts'
import { notFound, Refused } from '#app/http/errors.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { conferences } from '#db/schema/index.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { requireMaker } from './open-conference.server.ts'

/** Without letters that are read for one another, because the address is also typed from paper. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const newKey = () => Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')

/** Opens the form behind the QR code under an address that nobody guesses; one that is open keeps its address. */
export async function openPublicForm(db: Db, by: Actor, id: number, now = new Date()): Promise<void> {
  requireMaker(by)
  return db.transaction(async (tx) => {
    const [conference] = await tx.select({ heldOn: conferences.heldOn }).from(conferences).where(eq(conferences.id, id))
    if (!conference) return notFound('conference')
    if (conference.heldOn < (await today(tx, now))) throw new Refused({ key: 'before:publicForm.over' })
    const opened = await tx.update(conferences).set({ publicFormKey: newKey() }).where(and(eq(conferences.id, id), isNull(conferences.publicFormKey))).returning({ id: conferences.id })
    if (opened.length > 0) await recordChange(tx, by, { subject: 'conference', subjectId: id, change: 'openForm' })
  })
}

/** From then on its address answers like one that never was. */
export async function closePublicForm(db: Db, by: Actor, id: number): Promise<void> {
  requireMaker(by)
  return db.transaction(async (tx) => {
    const closed = await tx.update(conferences).set({ publicFormKey: null }).where(and(eq(conferences.id, id), isNotNull(conferences.publicFormKey))).returning({ id: conferences.id })
    if (closed.length > 0) await recordChange(tx, by, { subject: 'conference', subjectId: id, change: 'closeForm' })
  })
}

const today = async (db: Db, now: Date) => localDate(now, (await rulesOf(db)).calendar)

/** The conference whose form has this address; it closes by itself when the day of the meeting is over. */
export async function openFormOf(db: Db, key: string | undefined, now = new Date()) {
  if (!/^[a-z0-9]{10,40}$/.test(key ?? '')) return notFound('form')
  const [row] = await db.select().from(conferences).where(eq(conferences.publicFormKey, key!))
  const day = await today(db, now)
  return row && row.heldOn >= day ? { ...row, late: row.collectUntil !== null && row.collectUntil < day } : notFound('form')
}
