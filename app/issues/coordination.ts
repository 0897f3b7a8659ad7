import type { Actor } from '#app/access/actor.ts'
import type { PartsWithFiles } from '#app/files/parts-with-files.server.ts'
import type { PositionRow } from '#db/queries/issue-position.ts'
import type { StoryEvent } from '#db/queries/issue-story.ts'
import { localDate, type Calendar } from '#workflows/deadlines/calendar.ts'
import { daysLeft } from '#workflows/deadlines/days-left.ts'
import type { MoveName } from '#workflows/resolution/moves.ts'
import type { Namer } from './names.ts'

type Ground = {
  actor: Actor
  row: PositionRow
  parts: Pick<PartsWithFiles, 'opinions' | 'urges'>
  events: StoryEvent[]
  openMoves: MoveName[]
  name: Namer
  calendar: Calendar
  now: Date
}

/** One who works for a unit that has a part in the issue without leading it: shown what concerns that part. */
export const isOutsider = ({ role, unit }: Pick<Actor, 'role' | 'unit'>, row: Pick<PositionRow, 'leadUnit'>) =>
  (role === 'officer' || role === 'head') && unit !== row.leadUnit

export type Coordination = ReturnType<typeof coordinationOf>

/** Who was asked what, who spoke and who was silent, who was urged; and, for the offices around, who said «not ours». */
export function coordinationOf(ground: Ground) {
  const { actor, row, parts, name, calendar, now } = ground
  const outsider = isOutsider(actor, row)
  const shown = parts.opinions.filter((one) => !outsider || one.unit === actor.unit)
  return {
    opinions: shown.map((one) => ({
      ...one,
      unit: name.unit(one.unit),
      late: one.state === 'noOpinion' && one.givenAt !== null,
      left: one.state === 'requested' ? daysLeft(new Date(one.dueAt), now, calendar) : null,
      urging: one.state === 'requested' ? urgingOf(one.unit, ground) : null,
    })),
    lead: row.leadUnit !== null && !outsider ? { unit: name.unit(row.leadUnit), urging: urgingOf(row.leadUnit, ground) } : null,
    handBacks: outsider ? [] : handBacksIn(ground),
    decidedByOffice: new Set(row.handedBackBy).size >= 2,
  }
}

/** How often a unit was urged, when last, and whether this person may urge it now: once a day is enough. */
function urgingOf(code: string, { actor, row, parts, openMoves, calendar, now }: Ground) {
  const said = parts.urges.find((one) => one.unit === code)
  const mine = actor.role === 'coordinator' || code !== row.leadUnit
  return {
    code,
    count: said?.count ?? 0,
    last: said?.last ?? null,
    may: mine && openMoves.includes('urge') && said?.last !== localDate(now, calendar),
  }
}

const handBacksIn = ({ events, name }: Ground) =>
  events
    .filter(({ move }) => move === 'handBack')
    .map(({ seq, at, unitName, personName, note, payload }) => ({
      seq, note, by: unitName, person: personName, at: at.toISOString(),
      competentUnit: name.unit(String((payload as { competentUnit?: string }).competentUnit ?? '')),
    }))
