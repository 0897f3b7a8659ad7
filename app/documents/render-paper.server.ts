import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '#db/project-root.ts'
import type { Paper } from '#workflows/documents/official.ts'
import { printable } from '#workflows/documents/printable.ts'

export type PaperFormat = 'docx' | 'pdf'
export type Job = { paper: Paper; format: PaperFormat }

// As with uploaded files: the server build bundles this file, so the thread finds its own by the project's root, and brings
// the loader of TypeScript, which none inherits.
const start = `
  const { workerData } = require('node:worker_threads')
  import('tsx/esm/api').then(({ register }) => { register(); return import(workerData.entry) })
`
const entry = () => pathToFileURL(join(projectRoot, 'app/documents/render.worker.ts')).href

/** Far more than the longest document takes; a thread that needs longer is lost. */
const seconds = 60

/**
 * A paper as a file. Setting a table of hundreds of rows takes the processor for a second and more, so it is done in a
 * thread of its own: pages go on being served.
 */
export async function renderPaper(paper: Paper, format: PaperFormat): Promise<Uint8Array> {
  const leave = await enter()
  const job = { paper: printable(paper), format, entry: entry() } satisfies Job & { entry: string }
  const worker = new Worker(start, { eval: true, execArgv: [], workerData: job, resourceLimits: { maxOldGenerationSizeMb: 768 } })
  let timer: ReturnType<typeof setTimeout> | undefined
  return new Promise<Uint8Array>((resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`a document took longer than ${seconds} seconds`)), seconds * 1000)
    worker.once('message', resolve)
    worker.once('error', reject)
  }).finally(() => {
    clearTimeout(timer)
    leave()
    return worker.terminate()
  })
}

const atOnce = 2
const waiting: (() => void)[] = []
let running = 0

/** Two at a time: memory is bounded for the process, not only for each document. */
async function enter(): Promise<() => void> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  return () => {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
