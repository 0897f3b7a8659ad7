import type { IssueState } from '#workflows/resolution/states.ts'

/**
 * What became of the issues of a conference, as its reports tell it: each issue stands on exactly one line, so the lines
 * of a group add up to what was received. «before» was answered before the day of the meeting, «after» on it or later,
 * unless it was answered on the spot.
 */
export const sheetLines = ['before', 'onTheSpot', 'after', 'owed', 'refused', 'withdrawn', 'diverted'] as const
export type SheetLine = (typeof sheetLines)[number]

/**
 * What is owed before the meeting, shared out: a unit has it in hand, so it is answered in the hall, or it is left for
 * later, because no unit has it yet, the enterprise was asked something, or it is above the city.
 */
export const statesOwed = {
  inHall: ['routed', 'inProgress', 'awaitingApproval'],
  later: ['received', 'awaitingEnterprise', 'escalatedUpward'],
} as const satisfies Record<string, readonly IssueState[]>
export type OwedPart = keyof typeof statesOwed
export const owedParts = Object.keys(statesOwed) as OwedPart[]

export const isSheetLine = (name: unknown): name is SheetLine | OwedPart => ([...sheetLines, ...owedParts] as unknown[]).includes(name)

/** Before the meeting what is owed is told apart, and nothing was answered in it or since, but by an early desk. */
export const linesAt = (held: boolean, total: Record<SheetLine, number>): (SheetLine | OwedPart)[] =>
  sheetLines.flatMap((name): (SheetLine | OwedPart)[] => {
    if (held) return [name]
    if (name === 'owed') return ['inHall', 'later']
    return (name === 'onTheSpot' || name === 'after') && total[name] === 0 ? [] : [name]
  })
