import { parentPort, workerData } from 'node:worker_threads'
import { toDocx } from './docx.server.ts'
import { toPdf } from './pdf.server.ts'
import type { Job } from './render-paper.server.ts'

const { paper, format } = workerData as Job
const bytes = await { docx: toDocx, pdf: toPdf }[format](paper)
parentPort?.postMessage(bytes)
