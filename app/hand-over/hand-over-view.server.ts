import type { Actor } from '#app/access/actor.ts'
import type { Language } from '#app/i18n/instance.ts'
import { namer } from '#app/issues/names.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { countOpenWork, openWorkOf, peopleOf, successorsOf } from '#db/queries/unit-work.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { heirFor } from '#workflows/units/heirs.ts'

/** A form holds no more; what is left over comes up when these are done. */
const most = 100

export type HandOverView = NonNullable<Awaited<ReturnType<typeof handOverView>>>

/**
 * What still waits for a unit, each with the successor proposed and why. The coordinating office sees the issues; the
 * administrator how many there are, and the people, whom only the administrator moves. `undefined` where no such unit is.
 */
export async function handOverView(db: Db, code: string, actor: Actor, language: Language, now = new Date()) {
  const directory = await directoryOf(db)
  const unit = directory.units.get(code)
  if (!unit) return undefined
  const admin = actor.role === 'admin'
  const [work, open, heirs, people, { calendar }] = await Promise.all([
    actor.role === 'coordinator' ? openWorkOf(db, actor, code, most) : [],
    countOpenWork(db, code),
    successorsOf(db, code),
    admin ? peopleOf(db, code) : [],
    rulesOf(db),
  ])
  const name = namer(directory, language)
  const today = localDate(now, calendar)
  const current = [...directory.units.values()].filter((one) => one.code !== code && (one.validTo === null || one.validTo >= today) && !heirs.some((heir) => heir.code === one.code))
  const option = (one: { code: string }) => ({ value: one.code, label: name.unit(one.code) })
  return {
    unit: { code, name: name.unit(code), validTo: unit.validTo, ended: unit.validTo !== null && unit.validTo < today },
    open, people, mayMoveWork: actor.role === 'coordinator', mayMovePeople: admin,
    successors: heirs.map(option),
    others: current.map(option),
    rows: work.map(({ zone, zoneDistrict, district, ...one }) => ({
      ...one,
      place: [zone, district].filter(Boolean).join(' · ') || null,
      proposed: heirFor({ zone, zoneDistrict, district, text: one.text }, heirs) ?? null,
    })),
  }
}
