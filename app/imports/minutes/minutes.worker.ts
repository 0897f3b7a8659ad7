import { parentPort, workerData } from 'node:worker_threads'
import { ImportRefused } from '../import-refused.ts'
import type { Parsed } from '../read/annex.worker.ts'
import type { MinutesFile } from './minutes.ts'
import { readDocx } from './read-docx.server.ts'

async function parse(bytes: Uint8Array): Promise<Parsed<MinutesFile>> {
  try {
    return { grids: await readDocx(bytes) }
  } catch (error) {
    if (error instanceof ImportRefused) return { refused: error.key, params: error.params }
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.postMessage(await parse((workerData as { bytes: Uint8Array }).bytes))
