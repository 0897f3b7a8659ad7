import { ImportRefused } from '../import-refused.ts'
import { limits } from './grid.ts'

/** Zip container or text, told by the bytes and not by the name; refuses what we know and cannot read. */
export function fileKind(bytes: Uint8Array): 'zip' | 'text' {
  if (bytes.length > limits.bytes) throw new ImportRefused('refusedTooBig', { megabytes: limits.bytes / 1e6 })
  if (bytes.every((byte) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09)) {
    throw new ImportRefused('refusedEmpty')
  }
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1')
  if (head.startsWith('PK')) return 'zip'
  if (head.startsWith('\xD0\xCF\x11\xE0')) {
    throw new ImportRefused(isEncrypted(bytes) ? 'refusedEncrypted' : 'refusedOldExcel')
  }
  if (foreign.some((mark) => head.startsWith(mark)) || /^\s*<(!doctype|html|\?xml)/i.test(head)) {
    throw new ImportRefused('refusedNotTable')
  }
  return 'text'
}

/** PDF, PNG, JPEG, GIF, RAR, 7-Zip, gzip, RTF. */
const foreign = ['%PDF', '\x89PNG', '\xFF\xD8\xFF', 'GIF8', 'Rar!', '7z\xBC', '\x1F\x8B', '{\\rtf']

/** A password turns an .xlsx into the same container as an old .xls, with a stream of this name (in UTF-16). */
function isEncrypted(bytes: Uint8Array): boolean {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return all.includes(Buffer.from('EncryptedPackage', 'utf16le'))
}
