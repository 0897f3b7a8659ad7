/** What became of an opinion that a unit was asked for, the worst first: an issue asked about twice counts once, by its worst. */
export const outcomes = ['silent', 'late', 'awaiting', 'inTime'] as const
export type Outcome = (typeof outcomes)[number]
export const isOutcome = (name: unknown): name is Outcome => (outcomes as readonly unknown[]).includes(name)

/**
 * The part a unit had in an issue beside leading it, counted in issues. Every issue asked about has exactly one outcome;
 * `pingPong` are those of `handedBack` that another unit handed back too, `decided` those the office then gave to this unit.
 */
export const parts = ['asked', ...outcomes, 'urged', 'handedBack', 'pingPong', 'decided'] as const
export type Part = (typeof parts)[number]
export const isPart = (name: unknown): name is Part => (parts as readonly unknown[]).includes(name)

export type PartCounts = Record<Part, number>
export const noParts = (): PartCounts => Object.fromEntries(parts.map((part) => [part, 0])) as PartCounts

/** Opinions given in time ÷ those whose time is over or that were given: who still has time left is on neither side. */
export const heardInTime = { id: 'heardInTime', numerator: 'inTime', denominator: ['inTime', 'late', 'silent'], formula: 'reports:formula.heardInTime', version: 1 } as const

export const heardInTimeOf = (counts: PartCounts) => ({
  n: counts[heardInTime.numerator],
  of: heardInTime.denominator.reduce((sum, part) => sum + counts[part], 0),
})
