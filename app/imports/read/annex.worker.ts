import { parentPort, workerData } from 'node:worker_threads'
import { ImportRefused } from '../import-refused.ts'
import { fileKind } from './file-kind.ts'
import type { Grid } from './grid.ts'
import { readCsv } from './read-csv.server.ts'
import { readWorkbook } from './read-workbook.server.ts'

export type Parsed<T = Grid[]> =
  | { grids: T }
  | { refused: ImportRefused['key']; params: ImportRefused['params'] }
  | { failed: string }

async function parse(bytes: Uint8Array): Promise<Parsed> {
  try {
    return { grids: fileKind(bytes) === 'zip' ? await readWorkbook(bytes) : [readCsv(bytes)] }
  } catch (error) {
    if (error instanceof ImportRefused) return { refused: error.key, params: error.params }
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.postMessage(await parse((workerData as { bytes: Uint8Array }).bytes))
