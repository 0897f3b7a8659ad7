import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '#db/project-root.ts'

// The server build bundles this file, so a thread's module is found from the project's root. A thread does not inherit the
// TypeScript loader of its parent, and none is there at all in a built server: it registers its own.
const start = `
  const { workerData } = require('node:worker_threads')
  import('tsx/esm/api').then(({ register }) => { register(); return import(workerData.entry) })
`

export type Bounds = { seconds: number; megabytes: number }

/** A thread used up its time or its memory. */
export class OutOfBounds extends Error {}

/**
 * Runs modules of ours apart from the process that serves pages, at most `atOnce` at a time, so that memory is bounded for
 * the process and not only for each piece of work. A module reads `workerData` and posts one message, which is the result.
 * Rejects with `OutOfBounds`, or with what the thread threw.
 */
export function inThreads(atOnce: number) {
  const enter = gate(atOnce)
  return async <T>(module: string, data: object, { seconds, megabytes }: Bounds): Promise<T> => {
    const leave = await enter()
    const entry = pathToFileURL(join(projectRoot, module)).href
    const resourceLimits = { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 }
    const worker = new Worker(start, { eval: true, execArgv: [], workerData: { ...data, entry }, resourceLimits })
    let timer: ReturnType<typeof setTimeout> | undefined
    try {
      return await new Promise<T>((resolve, reject) => {
        timer = setTimeout(() => reject(new OutOfBounds(`${module} took longer than ${seconds} seconds`)), seconds * 1000)
        worker.once('message', resolve)
        worker.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new OutOfBounds(module, { cause: error }) : error))
      })
    } finally {
      clearTimeout(timer)
      leave()
      await worker.terminate()
    }
  }
}

function gate(atOnce: number) {
  const waiting: (() => void)[] = []
  let running = 0
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
  return async () => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    return leave
  }
}
