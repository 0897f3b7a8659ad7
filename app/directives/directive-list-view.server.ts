import type { Actor } from '#app/access/actor.ts'
import type { Language } from '#app/i18n/instance.ts'
import { beginning } from '#app/issues/list-rows.ts'
import { namer } from '#app/issues/names.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { countDirectives, listDirectives } from '#db/queries/directives.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { endOfWorkingDay, localDate } from '#workflows/deadlines/calendar.ts'
import { daysLeft } from '#workflows/deadlines/days-left.ts'
import { directiveBoxes, isDirectiveBox } from '#workflows/directive/boxes.ts'
import { mayAsk, owingStates } from '#workflows/directive/machine.ts'

type Asking = { params: URLSearchParams; language: Language; now?: Date }
const pageSize = 25

/** A page of one box, with how many each box holds, of all units and, for the offices, of each. */
export async function directiveListView(db: Db, actor: Actor, { params, language, now = new Date() }: Asking) {
  const [{ calendar }, directory] = await Promise.all([rulesOf(db), directoryOf(db)])
  const today = localDate(now, calendar)
  const counts = await countDirectives(db, actor, today)
  const unit = params.get('unit')?.trim() || undefined
  const whole = counts.find((one) => one.unit === (unit ?? null))
  const asked = params.get('box')
  // whoever asks has to judge what came; whoever is asked, to explain
  const box = isDirectiveBox(asked) ? asked : mayAsk(actor) && whole?.explained ? 'explained' : 'open'
  const { items, next } = await listDirectives(db, actor, { box, unit }, today, { limit: pageSize, cursor: params.get('cursor') ?? undefined })
  const name = namer(directory, language)
  return {
    box, next, unit: unit === undefined ? null : { code: unit, name: name.unit(unit) },
    counts: directiveBoxes.map((one) => ({ box: one, count: whole?.[one] ?? 0 })),
    byUnit: actor.role === 'head' || actor.role === 'officer' ? [] : counts.flatMap((row) => (row.unit === null ? [] : [{ ...row, unit: row.unit, name: name.unit(row.unit) }])),
    rows: items.map(({ text, state, dueOn, unit: of, ...rest }) => ({
      ...rest, state, dueOn, unit: name.unit(of), text: beginning(text),
      left: owingStates.some((one) => one === state) ? daysLeft(endOfWorkingDay(dueOn, calendar), now, calendar) : null,
    })),
  }
}

export type DirectiveListView = Awaited<ReturnType<typeof directiveListView>>
