import type { Actor } from '#app/access/actor.ts'
import { translator, type Language } from '#app/i18n/instance.ts'
import { beginning } from '#app/issues/list-rows.ts'
import { namer } from '#app/issues/names.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { commitmentFeed } from '#db/queries/commitments.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { dateOf, dayNumber } from '#workflows/deadlines/local-day.ts'
import { firstNotLate, readCommitmentFilter } from './calendar-question.ts'
import { icalendar } from './icalendar.ts'

/** A quarter back, so that what was just done is still there, and two years ahead. */
const days = { back: 92, ahead: 731 }

type Ask = { actor: Actor; params: URLSearchParams; language: Language; origin: string; now?: Date }

/** The commitments this person may see, and no others, for a calendar kept elsewhere. */
export async function calendarFeed(db: Db, { actor, params, language, origin, now = new Date() }: Ask): Promise<string> {
  const [{ calendar }, directory] = await Promise.all([rulesOf(db), directoryOf(db)])
  const today = localDate(now, calendar)
  const span = { from: dateOf(dayNumber(today) - days.back), to: dateOf(dayNumber(today) + days.ahead) }
  const rows = await commitmentFeed(db, actor, readCommitmentFilter(params), span, firstNotLate(now, calendar))
  const t = translator(language)
  const name = namer(directory, language)
  return icalendar({
    name: t('commitments:calendar.title'),
    stamp: now,
    entries: rows.map(({ id, code, number, state, text, ownerUnit, responsible, dueOn, firstDueOn, slips }) => ({
      uid: `commitment-${id}@doi-thoai`,
      day: dueOn,
      changed: slips,
      summary: `${code} · ${t(`issues:commitments.${state}`)}: ${beginning(text, 120)}`,
      description: [
        text, [name.unit(ownerUnit), responsible].filter(Boolean).join(' · '), t('commitments:number', { number }),
        dueOn === firstDueOn ? '' : t('issues:commitments.first', { on: firstDueOn.split('-').reverse().join('/') }),
      ].filter(Boolean).join('\n'),
      url: `${origin}/issues/${code}#commitments`,
    })),
  })
}
