import type { Actor } from '#app/access/actor.ts'
import { Invalid, notFound } from '#app/http/errors.ts'
import { sha256 } from '#app/http/sha256.ts'
import type { Db } from '#db/client.ts'
import { cutTo } from '#workflows/text/cut-to.ts'
import { tidy } from '#workflows/text/nfc.ts'
import type { Proposal } from './annex/proposal.ts'
import { requireImporter } from './import-access.server.ts'
import { ImportRefused } from './import-refused.ts'
import { keepAnnex } from './keep-annex.server.ts'
import type { Grid } from './read/grid.ts'
import { readFile } from './read/read-file.server.ts'
import { readPaste } from './read/read-paste.server.ts'
import { schemeOf } from './scheme-of.server.ts'

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
  const print = sha256('bytes' in source ? source.bytes : source.text)
  return keepAnnex(db, { conferenceId, fileName: cutTo(tidy(source.name).text, 255), sha256: print }, { grids, scheme }, by)
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
