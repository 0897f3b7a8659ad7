import { eq } from 'drizzle-orm'
import { Invalid } from '#app/http/errors.ts'
import type { FieldErrors } from '#app/i18n/message.ts'
import type { Db } from '#db/client.ts'
import { conferenceSeries, schemeGroups, units } from '#db/schema/index.ts'
import type { NewConference } from './conference-form.ts'

const unknown = { key: 'common:fields.unknownChoice' }

/** The columns of a plan. Throws `Invalid` by field where it names a scheme, a unit or a series that nobody knows. */
export async function planValues(tx: Db, { scheme = 'standard', series, newSeries, hostUnit, ...input }: NewConference) {
  const errors: FieldErrors = {}
  const [known] = await tx.select({ group: schemeGroups.group }).from(schemeGroups).where(eq(schemeGroups.scheme, scheme)).limit(1)
  if (!known) errors.scheme = unknown
  const [host] = hostUnit ? await tx.select({ code: units.code }).from(units).where(eq(units.code, hostUnit)) : []
  if (hostUnit && !host) errors.hostUnit = unknown
  const seriesId = newSeries ? null : await knownSeries(tx, series)
  if (seriesId === undefined) errors.series = unknown
  if (Object.keys(errors).length > 0) throw new Invalid(errors)
  const { title, heldOn, theme, venue, chair, collectUntil, answersDueOn, namesShown } = input
  return {
    title, heldOn, scheme, seriesId: newSeries ? await seriesNamed(tx, newSeries) : seriesId,
    theme: theme ?? null, venue: venue ?? null, chair: chair ?? null, hostUnit: hostUnit ?? null,
    collectUntil: collectUntil ?? null, answersDueOn: answersDueOn ?? null, namesShown: namesShown ?? false,
  }
}

/** Null where none was named, `undefined` where nobody knows it. */
async function knownSeries(tx: Db, name: string | undefined): Promise<number | null | undefined> {
  if (!name) return null
  const [row] = await tx.select({ id: conferenceSeries.id }).from(conferenceSeries).where(eq(conferenceSeries.name, name))
  return row?.id
}

/** Named by two people at once it is still one series. */
async function seriesNamed(tx: Db, name: string): Promise<number> {
  const [row] = await tx.insert(conferenceSeries).values({ name }).onConflictDoUpdate({ target: conferenceSeries.name, set: { name } }).returning({ id: conferenceSeries.id })
  return row!.id
}
