import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileTypeFromFile } from 'file-type'
import type { Message } from '#app/i18n/message.ts'
import { mostMegabytes, takenEndings, typeTaken, type FileType } from '#workflows/files/kinds.ts'
import { incomingFolder, removeBytes } from './folder.server.ts'

export type Received = { storage: string; name: string; type: FileType; size: number; sha256: string }

export const notTaken = (name: string): Message => ({ key: 'files:notTaken', params: { name, endings: takenEndings.join(', ') } })

/**
 * Writes a stream to the data folder as it comes, down to the disk, where it waits to be settled. What is broken off, too
 * large or of no type that is taken leaves nothing. `truncated` is the parser's word that it cut the rest.
 */
export async function receiveFile(stream: Readable & { truncated?: boolean }, name: string): Promise<Received | { wrong: Message }> {
  const storage = randomUUID()
  const passing = join(incomingFolder(), storage)
  await mkdir(incomingFolder(), { recursive: true, mode: 0o700 })
  const refused = async (wrong: Message) => {
    await removeBytes(storage)
    return { wrong }
  }
  try {
    const meter = new Meter()
    await pipeline(stream, meter, createWriteStream(passing, { flags: 'wx', mode: 0o600, flush: true }))
    if (stream.truncated) return refused({ key: 'files:tooBig', params: { name, max: mostMegabytes } })
    if (meter.size === 0) return refused({ key: 'files:empty', params: { name } })
    const type = await typeOf(passing, name, meter.isText)
    if (!type) return refused(notTaken(name))
    return { storage, name, type, size: meter.size, sha256: meter.sha256() }
  } catch (error) {
    await removeBytes(storage)
    throw error
  }
}

/** Some texts begin with the two letters of a picture: what reads as text under a text's name is a text. */
async function typeOf(path: string, name: string, isText: boolean) {
  const text = isText ? typeTaken('text/plain', name) : undefined
  return text ?? typeTaken((await fileTypeFromFile(path))?.mime ?? '', name)
}

/** Counts, hashes and reads along what passes through. */
class Meter extends Transform {
  size = 0
  isText = true
  private readonly hash = createHash('sha256')
  private readonly decoder = new TextDecoder('utf-8', { fatal: true })

  override _transform(chunk: Buffer, _encoding: string, done: (error: Error | null, chunk: Buffer) => void) {
    this.size += chunk.length
    this.hash.update(chunk)
    this.look(chunk)
    done(null, chunk)
  }

  override _flush(done: () => void) {
    this.look(undefined)
    done()
  }

  sha256 = () => this.hash.digest('hex')

  private look(chunk: Buffer | undefined) {
    if (!this.isText) return
    try {
      // eslint-disable-next-line no-control-regex -- these are what no text has
      this.isText = !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(this.decoder.decode(chunk, { stream: chunk !== undefined }))
    } catch {
      this.isText = false
    }
  }
}
