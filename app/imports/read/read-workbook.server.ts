import type { Grid } from './grid.ts'
import { readSheet, type Budget } from './sheet-cells.ts'
import { readParts } from './workbook-parts.ts'
import { openZip } from './zip-entries.server.ts'

/** The worksheets of an .xlsx or .xlsm file, in their order. Runs in the worker: it may take all the memory it gets. */
export async function readWorkbook(bytes: Uint8Array): Promise<Grid[]> {
  const zip = await openZip(bytes)
  const parts = await readParts(zip)
  const budget: Budget = { cells: 0, characters: 0 }
  const grids: Grid[] = []
  for (const part of parts.sheets) grids.push(readSheet(await zip.read(part.path), part, parts, budget))
  return grids
}
