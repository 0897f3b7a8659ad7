import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'
import { imports } from '#db/schema/index.ts'
import type { GroupNames } from './annex/groups.ts'
import { proposeAnnex } from './annex/propose-annex.ts'
import type { Proposal } from './annex/proposal.ts'
import { noCorrections, type ImportSettings } from './corrections.ts'
import { outlineOf } from './outline.ts'
import type { Grid } from './read/grid.ts'

type Source = { conferenceId: number; fileName: string; sha256: string }
type Read = { grids: Grid[]; scheme: GroupNames[] }

/** Keeps what the tables of a file would give as an annex, for a person to look at. */
export async function keepAnnex(db: Db, { conferenceId, fileName, sha256 }: Source, { grids, scheme }: Read, by: Actor): Promise<Proposal & { id: number }> {
  const proposal = proposeAnnex(grids, undefined, scheme)
  const mapping: ImportSettings = { sheets: proposal.mapping, outline: outlineOf(grids, proposal.mapping), corrections: noCorrections }
  const [row] = await db.insert(imports).values({ conferenceId, fileName, sha256, grids, mapping, proposal, createdBy: by.personId }).returning({ id: imports.id })
  if (!row) throw new Error('an import was not stored')
  return { id: row.id, ...proposal }
}
