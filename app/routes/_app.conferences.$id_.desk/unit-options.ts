import type { DeskView } from '#app/conferences/desk-view.server.ts'
import type { Translate } from '#app/i18n/instance.ts'

/** All units, before them those that are likely for this comment and those this desk named last: nobody scrolls through sixty while a chair speaks. */
export function unitOptions(units: DeskView['units'], first: { suggested: string[]; recent: string[] }, t: Translate) {
  const named = (codes: string[]) => codes.flatMap((code) => units.filter(({ value }) => value === code))
  const near = [
    { label: t('desk:units.suggested'), options: named(first.suggested) },
    { label: t('desk:units.recent'), options: named(first.recent.filter((code) => !first.suggested.includes(code))) },
  ].filter(({ options }) => options.length > 0)
  return near.length > 0 ? [...near, { label: t('desk:units.all'), options: units }] : units
}
