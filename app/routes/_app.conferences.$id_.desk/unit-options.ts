import type { DeskView } from '#app/conferences/desk-view.server.ts'
import type { Translate } from '#app/i18n/instance.ts'

/**
 * All units, before them those that are likely for this comment and those this desk named last: nobody scrolls through sixty
 * while a chair speaks. A suggestion arrives when the register has the comment, perhaps after a unit was chosen: nothing
 * that could be chosen before goes away then, or the choice would go with it.
 */
export function unitOptions(units: DeskView['units'], first: { suggested: string[]; recent: string[] }, t: Translate) {
  const named = (codes: string[]) => codes.flatMap((code) => units.filter(({ value }) => value === code))
  return [
    { label: t('desk:units.suggested'), options: named(first.suggested) },
    { label: t('desk:units.recent'), options: named(first.recent) },
    { label: t('desk:units.all'), options: units },
  ].filter(({ options }) => options.length > 0)
}
