import { mkdtempSync, rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { filesFolder } from '#app/files/folder.server.ts'
import { keepUpload } from '#app/files/keep-upload.server.ts'
import { receiveFile } from '#app/files/receive-file.server.ts'
import type { Db } from '#db/client.ts'

/** A data folder of the test file's own, and an operator who has said that nothing is scanned. Before `startApp`. */
export function ownFolder(): void {
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'doi-thoai-files-'))
  process.env.FILE_SCAN = 'off'
  const folder = process.env.DATA_DIR
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
}

export const pdf = (words = 'x') => Buffer.from(`%PDF-1.4\n% ${words}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`)

/** A file sent with a form of that issue, not yet part of anything. */
export async function anUpload(db: Db, by: Actor, issueId: number | null, name = 'Công văn.pdf', bytes = pdf(name)) {
  const received = await receiveFile(Readable.from([bytes]), name)
  if ('wrong' in received) throw new Error(received.wrong.key)
  return keepUpload(db, received, { by, issueId })
}

/** How many files lie in the data folder, those half received too. */
export const bytesOnDisk = async () =>
  (await readdir(filesFolder(), { recursive: true, withFileTypes: true }).catch(() => [])).filter((entry) => entry.isFile()).length
