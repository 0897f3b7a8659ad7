/** A promise made about an issue, and what an issue still owes: the ground from which the tasks of a notice are drawn up. */
export type Promised = { commitmentId: number; text: string; ownerUnit: string; coordinatingUnits: readonly string[]; dueOn: string; issueId: number }
export type OwedAnswer = { issueId: number; code: string; leadUnit: string; coordinatingUnits: readonly string[] }

export type ProposedTask = {
  leadUnit: string
  coordinatingUnits: string[]
  issueIds: number[]
  dueOn: string | null
} & ({ commitmentId: number; text: string } | { commitmentId: null; codes: string[] })

/**
 * The tasks of a notice of conclusions: each promise kept as it was said, the earliest due first, then for each unit one
 * task for all the answers it still owes. What a unit owes under a promise is not owed again as an answer.
 */
export function assembleTasks(promises: readonly Promised[], owed: readonly OwedAnswer[]): ProposedTask[] {
  const promised = new Set(promises.map(({ issueId }) => issueId))
  const kept = promises.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.commitmentId - b.commitmentId)).map((one) => ({
    commitmentId: one.commitmentId, text: one.text, leadUnit: one.ownerUnit, dueOn: one.dueOn,
    coordinatingUnits: one.coordinatingUnits.filter((unit) => unit !== one.ownerUnit), issueIds: [one.issueId],
  }))
  const byUnit = grouped(owed.filter(({ issueId }) => !promised.has(issueId)))
  const answers = [...byUnit].sort(([one], [other]) => (one < other ? -1 : 1)).map(([leadUnit, all]) => ({
    commitmentId: null, leadUnit, dueOn: null, codes: all.map(({ code }) => code), issueIds: all.map(({ issueId }) => issueId),
    coordinatingUnits: [...new Set(all.flatMap((one) => one.coordinatingUnits))].filter((unit) => unit !== leadUnit).sort(),
  }))
  return [...kept, ...answers]
}

function grouped(owed: readonly OwedAnswer[]): Map<string, OwedAnswer[]> {
  const units = new Map<string, OwedAnswer[]>()
  for (const one of owed) units.set(one.leadUnit, [...(units.get(one.leadUnit) ?? []), one])
  return units
}
