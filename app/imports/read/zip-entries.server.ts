import yauzl from 'yauzl'
import { ImportRefused } from '../import-refused.ts'
import { limits } from './grid.ts'

export type Zip = { has: (name: string) => boolean; read: (name: string) => Promise<string> }

/**
 * Reads the directory of a zip file and refuses it before anything is unpacked: too many entries, too much content, or
 * content packed more tightly than any spreadsheet is. Sizes are what the directory claims; reading an entry fails when
 * it turns out longer. Names are matched without case, as office programs do.
 */
export async function openZip(bytes: Uint8Array): Promise<Zip> {
  const file = await open(bytes)
  const entries = await directory(file)
  const find = (name: string) => entries.get(name.toLowerCase())
  return {
    has: (name) => find(name) !== undefined,
    read: async (name) => {
      const entry = find(name)
      if (!entry) throw new ImportRefused('refusedDamaged')
      return decodeXml(await unpack(file, entry))
    },
  }
}

const damaged = (cause: unknown) => new ImportRefused('refusedDamaged', {}, { cause })

function open(bytes: Uint8Array): Promise<yauzl.ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return new Promise((resolve, reject) =>
    yauzl.fromBuffer(buffer, { lazyEntries: true }, (error, file) => (error ? reject(damaged(error)) : resolve(file))),
  )
}

function directory(file: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>()
  let total = 0
  return new Promise((resolve, reject) => {
    if (file.entryCount > limits.entries) return reject(new ImportRefused('refusedBomb'))
    file.on('error', (error) => reject(damaged(error)))
    file.on('end', () => resolve(entries))
    file.on('entry', (entry: yauzl.Entry) => {
      total += entry.uncompressedSize
      if (entry.isEncrypted()) return reject(new ImportRefused('refusedEncrypted'))
      if (total > limits.uncompressed || packedTooTightly(entry)) return reject(new ImportRefused('refusedBomb'))
      entries.set(entry.fileName.toLowerCase(), entry)
      file.readEntry()
    })
    file.readEntry()
  })
}

/** Small parts may pack well by chance; only what would take room counts. */
function packedTooTightly({ uncompressedSize, compressedSize }: yauzl.Entry): boolean {
  return uncompressedSize > 1_000_000 && uncompressedSize > compressedSize * limits.ratio
}

function unpack(file: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    file.openReadStream(entry, (error, stream) => {
      if (error) return reject(damaged(error))
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('error', (fault) => reject(damaged(fault)))
      stream.on('end', () => resolve(Buffer.concat(chunks)))
    }),
  )
}

function decodeXml(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
