/**
 * Where a promise stands: each is in exactly one. `kept`: done by the day first promised; `keptLater`: by a later one that was
 * granted; `doneLate`: after its day; `owed`: its day is still to come.
 */
export const promiseStands = ['kept', 'keptLater', 'doneLate', 'broken', 'overdue', 'owed'] as const
export type PromiseStand = (typeof promiseStands)[number]

/** What lists ask for: a stand, all but those not due yet, all whose date has moved, or all. */
export const promiseBoxes = [...promiseStands, 'settled', 'slipped', 'made'] as const
export type PromiseBox = (typeof promiseBoxes)[number]
export const isPromiseBox = (name: unknown): name is PromiseBox => (promiseBoxes as readonly unknown[]).includes(name)

/** Kept by the day first promised ÷ all whose outcome is known or whose day is over: a date moved makes no promise kept. */
export const keptInTime = { id: 'keptInTime', version: 1, numerator: 'kept', denominator: 'settled' } as const

export type PromiseCounts = Record<PromiseBox, number>
export const keptInTimeOf = (counts: PromiseCounts) => ({ n: counts[keptInTime.numerator], of: counts[keptInTime.denominator] })
