import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { ImportRefused } from '../import-refused.ts'
import type { MinutesFile } from '../minutes/minutes.ts'
import type { Parsed } from './annex.worker.ts'
import { limits, type Grid } from './grid.ts'

// The server build bundles this file, so the worker is found from the project root. A worker does not inherit the
// TypeScript loader of its parent, and none is there at all in a built server: it registers its own.
const start = `
  const { workerData } = require('node:worker_threads')
  import('tsx/esm/api').then(({ register }) => { register(); return import(workerData.entry) })
`
const workers = { annex: 'app/imports/read/annex.worker.ts', minutes: 'app/imports/minutes/minutes.worker.ts' }
const entry = (kind: keyof typeof workers) => pathToFileURL(path.resolve(process.cwd(), workers[kind])).href

type Bounds = { seconds?: number; megabytes?: number }

/** Parses a file in a thread of its own that may use so much memory and so many seconds; then it is ended. */
export const parseApart = (bytes: Uint8Array, bounds: Bounds = {}) => apart<Grid[]>('annex', bytes, bounds)

/** The same for a document of running text. */
export const parseMinutesApart = (bytes: Uint8Array, bounds: Bounds = {}) => apart<MinutesFile>('minutes', bytes, bounds)

async function apart<T>(kind: keyof typeof workers, bytes: Uint8Array, bounds: Bounds): Promise<T> {
  const leave = await enter()
  try {
    return await inWorker<T>(kind, bytes, bounds)
  } finally {
    leave()
  }
}

function inWorker<T>(kind: keyof typeof workers, bytes: Uint8Array, bounds: Bounds): Promise<T> {
  const { seconds = limits.seconds, megabytes = limits.megabytes } = bounds
  const worker = new Worker(start, {
    eval: true,
    execArgv: [],
    workerData: { entry: entry(kind), bytes },
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 },
  })
  return new Promise<T>((resolve, reject) => {
    const refuse = (key: ImportRefused['key'], cause?: unknown) => reject(new ImportRefused(key, {}, { cause }))
    const timer = setTimeout(() => refuse('refusedTooSlow'), seconds * 1000)
    worker.once('message', (parsed: Parsed<T>) => {
      clearTimeout(timer)
      if ('grids' in parsed) resolve(parsed.grids)
      else if ('refused' in parsed) reject(new ImportRefused(parsed.refused, parsed.params))
      else refuse('refusedDamaged', new Error(parsed.failed))
    })
    worker.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') refuse('refusedTooSlow', error)
      else reject(error)
    })
  }).finally(() => worker.terminate())
}

const atOnce = 2
const waiting: (() => void)[] = []
let running = 0

/** Two files at a time: memory is bounded for the process, not only for each file. */
async function enter(): Promise<() => void> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  return () => {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
