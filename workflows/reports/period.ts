/**
 * The columns of the official table of a period. An issue is in it where it was open when the period began (`carried`),
 * was received in it (`fresh`), or was neither and is open at its end, because it was taken up again (`reopened`): these
 * three share out `total`, and so do the four after it.
 */
export const sources = ['carried', 'fresh', 'reopened'] as const
export const outcomes = ['answered', 'openInTime', 'openOverdue', 'ended'] as const
export const periodColumns = [...sources, 'total', ...outcomes] as const
export type PeriodColumn = (typeof periodColumns)[number]
export type PeriodCounts = Record<PeriodColumn, number>

/** Raised with any change of what the table counts. */
export const periodVersion = 1
