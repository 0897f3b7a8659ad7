import { inThreads, OutOfBounds } from '#app/http/in-threads.server.ts'
import { ImportRefused } from '../import-refused.ts'
import type { MinutesFile } from '../minutes/minutes.ts'
import type { Parsed } from './annex.worker.ts'
import { limits, type Grid } from './grid.ts'

const workers = { annex: 'app/imports/read/annex.worker.ts', minutes: 'app/imports/minutes/minutes.worker.ts' }
const run = inThreads(2)

type Bounds = { seconds?: number; megabytes?: number }

/** Parses a file in a thread of its own that may use so much memory and so many seconds; then it is ended. */
export const parseApart = (bytes: Uint8Array, bounds: Bounds = {}) => apart<Grid[]>('annex', bytes, bounds)

/** The same for a document of running text. */
export const parseMinutesApart = (bytes: Uint8Array, bounds: Bounds = {}) => apart<MinutesFile>('minutes', bytes, bounds)

async function apart<T>(kind: keyof typeof workers, bytes: Uint8Array, { seconds = limits.seconds, megabytes = limits.megabytes }: Bounds): Promise<T> {
  const parsed = await run<Parsed<T>>(workers[kind], { bytes }, { seconds, megabytes }).catch((error: unknown) => {
    throw error instanceof OutOfBounds ? new ImportRefused('refusedTooSlow', {}, { cause: error }) : error
  })
  if ('grids' in parsed) return parsed.grids
  if ('refused' in parsed) throw new ImportRefused(parsed.refused, parsed.params)
  throw new ImportRefused('refusedDamaged', {}, { cause: new Error(parsed.failed) })
}
