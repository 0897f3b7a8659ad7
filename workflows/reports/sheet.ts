/**
 * What became of the issues of a conference, as its reports tell it: each issue stands on exactly one line, so the lines
 * of a group add up to what was received. «before» was answered before the day of the meeting, «after» on it or later,
 * unless it was answered on the spot.
 */
export const sheetLines = ['before', 'onTheSpot', 'after', 'owed', 'refused', 'withdrawn', 'diverted'] as const
export type SheetLine = (typeof sheetLines)[number]
export const isSheetLine = (name: unknown): name is SheetLine => (sheetLines as readonly unknown[]).includes(name)
