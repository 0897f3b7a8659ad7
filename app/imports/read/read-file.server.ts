import { fileKind } from './file-kind.ts'
import type { Grid } from './grid.ts'
import { parseApart } from './parse-apart.server.ts'
import { openZip } from './zip-entries.server.ts'

/**
 * An uploaded file (.xlsx, .xlsm, .csv, .txt) as grids of cells. The kind is told by the bytes; `name` is the
 * provenance a caller keeps. Rejects with `ImportRefused` whatever the bytes are: nothing is run and a hostile file
 * ends its own worker only.
 */
export async function readFile({ bytes }: { name: string; bytes: Uint8Array }): Promise<Grid[]> {
  if (fileKind(bytes) === 'zip') await openZip(bytes)
  return parseApart(bytes)
}
