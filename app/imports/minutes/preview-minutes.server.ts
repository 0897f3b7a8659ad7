import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { Invalid, notFound } from '#app/http/errors.ts'
import { sha256 } from '#app/http/sha256.ts'
import type { Db } from '#db/client.ts'
import { imports } from '#db/schema/index.ts'
import { cutTo } from '#workflows/text/cut-to.ts'
import { tidy } from '#workflows/text/nfc.ts'
import { proposeAnnex } from '../annex/propose-annex.ts'
import { requireImporter } from '../import-access.server.ts'
import { ImportRefused } from '../import-refused.ts'
import type { ImportSource } from '../preview-import.server.ts'
import { schemeOf } from '../scheme-of.server.ts'
import type { MinutesSettings } from './correct-minutes.ts'
import type { MinutesFile, MinutesProposal } from './minutes.ts'
import { proposeMinutes } from './propose-minutes.ts'
import { readMinutes } from './read-minutes.server.ts'

/**
 * Reads minutes or any running text and keeps what it would give, for a person to correct; nothing is on the register yet.
 * A file that this conference had before begins as it was corrected then. Throws `Invalid` at `file` or `text`.
 */
export async function previewMinutes(db: Db, conferenceId: number, source: ImportSource, by: Actor): Promise<{ id: number }> {
  requireImporter(by)
  const scheme = (await schemeOf(db, conferenceId)) ?? notFound('conference')
  const { read, paragraphs, proposal } = await atField(source, async () => {
    const read = await readMinutes(source)
    const { paragraphs, ...proposal } = proposeMinutes(read.paragraphs, scheme)
    if (paragraphs.length === 0) throw new ImportRefused('refusedEmpty')
    return { read, paragraphs, proposal }
  })
  const print = sha256('bytes' in source ? source.bytes : source.text)
  const mapping = (await correctedBefore(db, conferenceId, print, proposal)) ?? { segments: proposal.segments, speakers: proposal.speakers }
  const grids: MinutesFile = { paragraphs, tables: isOneTable(read) ? read.tables : [] }
  const [row] = await db
    .insert(imports)
    .values({ conferenceId, kind: 'minutes', fileName: cutTo(tidy(source.name).text, 255), sha256: print, grids, mapping, proposal, createdBy: by.personId })
    .returning({ id: imports.id })
  if (!row) throw new Error('an import was not stored')
  return row
}

async function atField<T>(source: ImportSource, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error
    const reason = { key: `imports:${error.key}`, params: error.params }
    throw new Invalid({ ['bytes' in source ? 'file' : 'text']: reason }, reason)
  }
}

/** Corrections of the same file name the same sentences, as long as we still read it into the same ones. */
async function correctedBefore(db: Db, conferenceId: number, print: string, proposal: MinutesProposal): Promise<MinutesSettings | undefined> {
  const [row] = await db
    .select({ id: imports.id, mapping: imports.mapping, proposal: imports.proposal })
    .from(imports)
    .where(and(eq(imports.conferenceId, conferenceId), eq(imports.sha256, print), eq(imports.kind, 'minutes'), inArray(imports.state, ['preview', 'committed', 'undone'])))
    .orderBy(desc(imports.id))
    .limit(1)
  if (!row || placesOf(row.proposal as MinutesProposal) !== placesOf(proposal)) return undefined
  return { ...(row.mapping as MinutesSettings), from: row.id }
}

const placesOf = ({ sentences }: MinutesProposal) => sentences.map(({ paragraph, from, to }) => `${paragraph} ${from} ${to}`).join()

/** Nearly all of the file stands in tables that the importer of annexes reads: it reads columns better than we read text. */
function isOneTable({ paragraphs, tables }: MinutesFile): boolean {
  const size = (some: typeof paragraphs) => some.reduce((sum, { text }) => sum + text.length, 0)
  const inTables = size(paragraphs.filter(({ cell }) => cell))
  return inTables > 0 && inTables >= size(paragraphs) * 0.7 && proposeAnnex(tables).rows.length > 1
}
