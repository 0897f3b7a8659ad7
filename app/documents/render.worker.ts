import { parentPort, workerData } from 'node:worker_threads'
import type { Job } from './render-paper.server.ts'

const { paper, format } = workerData as Job
// each brings a library of its own, and a thread makes one file
const renderers = {
  docx: async () => (await import('./docx.server.ts')).toDocx,
  pdf: async () => (await import('./pdf.server.ts')).toPdf,
}
const render = await renderers[format]()
parentPort?.postMessage(await render(paper))
