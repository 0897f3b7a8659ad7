import type { Mapping, Proposal, ProposedRow } from './annex/proposal.ts'

/** What a person decided against the proposal. Rows are named by their place, which stays when columns are corrected. */
export type Corrections = {
  include: Record<string, boolean>
  /** Places whose offered repair was accepted. */
  fixes: string[]
  /** Group of a section, by the place of its first row. */
  groups: Record<string, string>
}

export const noCorrections: Corrections = { include: {}, fixes: [], groups: {} }

/** The columns of one sheet as a person has to see them to say what they hold. */
export type SheetOutline = { sheet: string; hidden: boolean; rows: number; columns: { letter: string; header: string; sample: string }[] }

/** The `mapping` column of an import. */
export type ImportSettings = { sheets: Mapping; outline: SheetOutline[]; corrections: Corrections }

type Section = { place: string; sheet: string; from: number; to: number; rows: number; group: string | null }

export const placeOf = ({ sheet, row }: Pick<ProposedRow, 'sheet' | 'row'>) => `${sheet}!${row}`

/** Neighbouring rows of one sheet under one heading: what a person puts into another group as a whole. */
export function sectionsOf(rows: ProposedRow[]): Section[] {
  const sections: Section[] = []
  for (const row of rows) {
    const last = sections.at(-1)
    if (last && last.sheet === row.sheet && last.group === row.group) Object.assign(last, { to: row.row, rows: last.rows + 1 })
    else sections.push({ place: placeOf(row), sheet: row.sheet, from: row.row, to: row.row, rows: 1, group: row.group })
  }
  return sections
}

/** The proposal as corrected; a repair that was accepted is no longer a problem. */
export function correct(proposal: Proposal, { include, fixes, groups }: Corrections): Proposal {
  const accepted = new Set(fixes)
  const given = new Map(sectionsOf(proposal.rows).map(({ place, group }) => [place, groups[place] ?? group]))
  let group: string | null = null
  const rows = proposal.rows.map((row) => {
    const place = placeOf(row)
    if (given.has(place)) group = given.get(place) ?? null
    const fixed = accepted.has(place) ? row.problems.find(({ fix }) => fix)?.fix : undefined
    return {
      ...row,
      group,
      include: include[place] ?? row.include,
      ...(fixed && { [fixed.field]: fixed.value, problems: row.problems.filter(({ fix }) => !fix) }),
    }
  })
  return { ...proposal, rows }
}

/** What stands in the way of a commit: errors of the file as a whole, and of rows that are to be imported. */
export function blockersOf({ rows, problems }: Proposal) {
  return [...problems, ...rows.filter(({ include }) => include).flatMap((row) => row.problems)].filter(
    ({ severity }) => severity === 'error',
  )
}
