import { Refused } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import type { Proposal } from './annex/proposal.ts'
import { blockersOf, correct, type ImportSettings } from './corrections.ts'
import { minutesToEnter } from './minutes/enter-minutes.server.ts'

/** A comment as an import would enter it, whatever kind of file it was read from. */
export type RowToEnter = {
  text: string
  group: string | null
  rowKey: string
  sheet: string | null
  row: number
  passage: string | null
  unit: string
  note: string
  enterprise: string
  taxCode: string
  zone: string
  district: string
  /** The enterprise a person decided for, `null` for none; without a decision it is found by tax code or name. */
  enterpriseId?: number | null
  /** Several may be meant, and nobody has decided which. */
  undecided?: boolean
}

type Kept = { id: number; kind: 'annex' | 'minutes'; proposal: unknown; mapping: unknown }

/** The rows of an import as a person left them. Throws `Refused` where something is still to be put right or decided. */
export async function rowsToEnter(db: Db, row: Kept): Promise<RowToEnter[]> {
  if (row.kind === 'annex') return ofAnnex(row)
  const rows = await minutesToEnter(db, row)
  if (rows.length === 0) throw new Refused({ key: 'prose:refused.noComments' })
  return rows
}

function ofAnnex(row: Kept): RowToEnter[] {
  const proposal = correct(row.proposal as Proposal, (row.mapping as ImportSettings).corrections)
  const blockers = blockersOf(proposal)
  if (blockers.length) throw new Refused({ key: 'conferences:import.refused.errors', params: { count: blockers.length } }, { problems: blockers })
  return proposal.rows.filter(({ include }) => include).map((one) => ({ ...one, passage: null }))
}
