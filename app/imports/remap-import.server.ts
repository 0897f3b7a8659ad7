import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '#app/access/actor.ts'
import { Invalid, notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { imports } from '#db/schema/index.ts'
import { proposeAnnex } from './annex/propose-annex.ts'
import { fields, type Mapping, type Proposal } from './annex/proposal.ts'
import { correct, placeOf, sectionsOf, type Corrections, type ImportSettings } from './corrections.ts'
import { lockImport } from './import-access.server.ts'
import { outlineOf } from './outline.ts'
import { limits, type Grid } from './read/grid.ts'
import { schemeOf } from './scheme-of.server.ts'

const mappingSchema = z.record(
  z.string().max(100),
  z.object({
    headerRow: z.number().int().min(0).max(1_048_576),
    columns: z.partialRecord(z.enum(fields), z.number().int().min(0).max(limits.columns)),
  }),
)

/** Only what changed: other columns, other groups, rows taken in or left out, repairs accepted or taken back. */
export type Remap = {
  mapping?: Mapping
  include?: Record<string, boolean>
  fixes?: Record<string, boolean>
  groups?: Record<string, string>
}

/** A person corrects the preview; the corrected proposal comes back. Only while nothing was committed. */
export function remapImport(db: Db, id: number, change: Remap, by: Actor): Promise<Proposal> {
  return db.transaction(async (tx) => {
    const row = await lockImport(tx, id, by, 'preview')
    if (row.kind !== 'annex') notFound('import')
    const settings = row.mapping as ImportSettings
    const scheme = (await schemeOf(tx, row.conferenceId)) ?? []
    const read = change.mapping && (await readAgain(tx, id, checked(change.mapping), scheme))
    const proposal = read?.proposal ?? (row.proposal as Proposal)
    const corrections = merge(settings.corrections, ofRows(change, proposal))
    const known = new Set(sectionsOf(proposal.rows).map(({ place }) => place))
    for (const [place, group] of Object.entries(change.groups ?? {})) {
      const usable = known.has(place) && scheme.some(({ code }) => code === group)
      if (!usable) throw new Invalid({ group: { key: 'common:fields.unknownChoice' } })
    }
    const mapping: ImportSettings = { sheets: proposal.mapping, outline: read?.outline ?? settings.outline, corrections }
    await tx.update(imports).set({ mapping, ...(read && { proposal }) }).where(eq(imports.id, id))
    return correct(proposal, corrections)
  })
}

function checked(mapping: Mapping): Mapping {
  const parsed = mappingSchema.safeParse(mapping)
  if (!parsed.success) throw new Invalid({ mapping: { key: 'common:invalid.other' } })
  return parsed.data
}

async function readAgain(db: Db, id: number, mapping: Mapping, scheme: Parameters<typeof proposeAnnex>[2]) {
  const [stored] = await db.select({ grids: imports.grids }).from(imports).where(eq(imports.id, id))
  const grids = stored?.grids as Grid[]
  const proposal = proposeAnnex(grids, mapping, scheme)
  return { proposal, outline: outlineOf(grids, proposal.mapping) }
}

/** Decisions about rows that are not in the file are dropped: they would come alive with another mapping. */
function ofRows({ include = {}, fixes = {}, ...change }: Remap, { rows }: Proposal): Remap {
  const places = new Set(rows.map(placeOf))
  const kept = (decisions: Record<string, boolean>) => Object.fromEntries(Object.entries(decisions).filter(([place]) => places.has(place)))
  return { ...change, include: kept(include), fixes: kept(fixes) }
}

function merge(now: Corrections, { include = {}, fixes = {}, groups = {} }: Remap): Corrections {
  const accepted = new Set(now.fixes)
  for (const [place, yes] of Object.entries(fixes)) if (yes) accepted.add(place); else accepted.delete(place)
  return { include: { ...now.include, ...include }, fixes: [...accepted], groups: { ...now.groups, ...groups } }
}
