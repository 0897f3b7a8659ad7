import type { ListedIssue } from '#db/queries/issue-pages.ts'
import type { HandBack } from '#db/queries/own-dates.ts'
import type { Namer } from './names.ts'

export type HandedBack = { code: string; times: { by: string | null; note: string | null; competentUnit: string | null; at: string }[] }

/** Of each issue of a page, who handed it back, why, and whom they named; nothing where the queue does not ask. */
export const handedBackOf = (items: (ListedIssue & { handBacks?: HandBack[] | null })[], name: Namer): HandedBack[] =>
  items.flatMap(({ code, handBacks }) =>
    handBacks?.length ? [{ code, times: handBacks.map((one) => ({ ...one, competentUnit: one.competentUnit && name.unit(one.competentUnit) })) }] : [],
  )
