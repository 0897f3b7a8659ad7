import { createDeflateRaw, crc32 } from 'node:zlib'
import { Readable } from 'node:stream'

export type ZipEntry = { name: string; content: Iterable<string> | AsyncIterable<string> }

type Known = { name: Buffer; at: number; crc: number; packed: number; size: number }

/** Sizes are not known before the bytes have gone by: they follow the entry, which this flag announces (with names in UTF-8). */
const flags = 0x0808
/** 1 January 1980: files made of the same rows are the same bytes. */
const [time, date] = [0, 0x21]
const [stored, deflated] = [20, 8]

const little = (...fields: [size: 2 | 4, value: number][]): Buffer => {
  const bytes = Buffer.alloc(fields.reduce((sum, [size]) => sum + size, 0))
  fields.reduce((at, [size, value]) => bytes.writeUIntLE(value, at, size), 0)
  return bytes
}

/**
 * A zip archive as its bytes come to be: nothing of an entry is kept but its name, length and checksum, so memory stays
 * the same however many rows go by. Entries below 4 GB, as all of ours are.
 */
export async function* zipStream(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
  const known: Known[] = []
  let at = 0
  for await (const { name, content } of entries) {
    const entry: Known = { name: Buffer.from(name), at, crc: 0, packed: 0, size: 0 }
    for await (const bytes of oneEntry(entry, content)) {
      at += bytes.length
      yield bytes
    }
    known.push(entry)
  }
  const directory = Buffer.concat(known.map(listed))
  yield directory
  yield little([4, 0x06054b50], [2, 0], [2, 0], [2, known.length], [2, known.length], [4, directory.length], [4, at], [2, 0])
}

async function* oneEntry(entry: Known, content: ZipEntry['content']): AsyncGenerator<Buffer> {
  yield Buffer.concat([little([4, 0x04034b50], [2, stored], [2, flags], [2, deflated], [2, time], [2, date], [4, 0], [4, 0], [4, 0], [2, entry.name.length], [2, 0]), entry.name])
  const counted = async function* () {
    for await (const text of content) {
      const bytes = Buffer.from(text)
      entry.crc = crc32(bytes, entry.crc)
      entry.size += bytes.length
      yield bytes
    }
  }
  const deflate = createDeflateRaw({ level: 5 })
  const source = Readable.from(counted())
  source.on('error', (error) => deflate.destroy(error))
  for await (const packed of source.pipe(deflate) as AsyncIterable<Buffer>) {
    entry.packed += packed.length
    yield packed
  }
  yield little([4, 0x08074b50], [4, entry.crc], [4, entry.packed], [4, entry.size])
}

const listed = ({ name, at, crc, packed, size }: Known): Buffer =>
  Buffer.concat([
    little([4, 0x02014b50], [2, stored], [2, stored], [2, flags], [2, deflated], [2, time], [2, date], [4, crc], [4, packed], [4, size], [2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, at]),
    name,
  ])
