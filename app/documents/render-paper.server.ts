import { inThreads } from '#app/http/in-threads.server.ts'
import type { Paper } from '#workflows/documents/official.ts'
import { printable } from '#workflows/documents/printable.ts'

export type PaperFormat = 'docx' | 'pdf'
export type Job = { paper: Paper; format: PaperFormat }

/** Far more than the longest document takes; a thread that needs longer is lost. */
const bounds = { seconds: 60, megabytes: 768 }
const run = inThreads(2)

/**
 * A paper as a file. Setting a table of hundreds of rows takes the processor for a second and more, so it is done in a
 * thread of its own: pages go on being served.
 */
export const renderPaper = (paper: Paper, format: PaperFormat) =>
  run<Uint8Array>('app/documents/render.worker.ts', { paper: printable(paper), format } satisfies Job, bounds)
