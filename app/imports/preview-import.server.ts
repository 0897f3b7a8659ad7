import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { Invalid, notFound } from '#app/http/errors.ts'
import { sha256 } from '#app/http/sha256.ts'
import type { Db } from '#db/client.ts'
import { groupsOfScheme } from '#db/queries/conferences.ts'
import { conferences, imports } from '#db/schema/index.ts'
import { cutTo } from '#workflows/text/cut-to.ts'
import { tidy } from '#workflows/text/nfc.ts'
import { usualGroups, type GroupNames } from './annex/groups.ts'
import { proposeAnnex } from './annex/propose-annex.ts'
import type { Proposal } from './annex/proposal.ts'
import { noCorrections, type ImportSettings } from './corrections.ts'
import { requireImporter } from './import-access.server.ts'
import { ImportRefused } from './import-refused.ts'
import { outlineOf } from './outline.ts'
import type { Grid } from './read/grid.ts'
import { readFile } from './read/read-file.server.ts'
import { readPaste } from './read/read-paste.server.ts'

export type ImportSource = { name: string; bytes: Uint8Array } | { name: string; text: string }
type Preview = Proposal & { id: number }

/**
 * Reads an annex and keeps what it would give, for a person to look at; nothing is on the register yet. Throws `Invalid`
 * at `file` or `text` where the source cannot be read at all.
 */
export async function previewImport(db: Db, conferenceId: number, source: ImportSource, by: Actor): Promise<Preview> {
  requireImporter(by)
  const scheme = (await schemeOf(db, conferenceId)) ?? notFound('conference')
  const grids = await gridsOf(source)
  const proposal = proposeAnnex(grids, undefined, scheme)
  const settings: ImportSettings = { sheets: proposal.mapping, outline: outlineOf(grids, proposal.mapping), corrections: noCorrections }
  const [row] = await db
    .insert(imports)
    .values({
      conferenceId, fileName: cutTo(tidy(source.name).text, 255), sha256: sha256('bytes' in source ? source.bytes : source.text),
      grids, mapping: settings, proposal, createdBy: by.personId,
    })
    .returning({ id: imports.id })
  if (!row) throw new Error('an import was not stored')
  return { id: row.id, ...proposal }
}

async function gridsOf(source: ImportSource): Promise<Grid[]> {
  try {
    const grids = 'bytes' in source ? await readFile(source) : readPaste(source.text)
    if (grids.length === 0) throw new ImportRefused('refusedEmpty')
    return grids
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error
    const reason = { key: `imports:${error.key}`, params: error.params }
    throw new Invalid({ ['bytes' in source ? 'file' : 'text']: reason }, reason)
  }
}

/** The groups a conference sorts into, under all names that files use for them; `undefined` without such a conference. */
export async function schemeOf(db: Db, conferenceId: number): Promise<GroupNames[] | undefined> {
  const [conference] = await db.select({ scheme: conferences.scheme }).from(conferences).where(eq(conferences.id, conferenceId))
  if (!conference) return undefined
  const rows = await groupsOfScheme(db, conference.scheme)
  const usual = (code: string) => usualGroups.find((group) => group.code === code)?.names ?? []
  return rows.map(({ code, nameVi, nameEn }) => ({ code, names: [nameVi, nameEn, ...usual(code)] }))
}
