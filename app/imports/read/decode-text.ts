import { repairLegacy } from '#workflows/text/legacy-encodings.ts'
import { ImportRefused } from '../import-refused.ts'

/**
 * Bytes of a text file as text. A byte order mark wins, then UTF-8 if every byte fits, then UTF-16 by its zero bytes.
 * What is left is one byte a letter: TCVN3 or VNI stay as they are (the preview repairs them cell by cell and shows
 * it), the rest is read as windows-1258, the Vietnamese code page of Windows.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes).normalize('NFC')
  // Text files hold no NUL: these are the bytes of a picture or a program.
  if (text.includes('\u0000')) throw new ImportRefused('refusedNotTable')
  return text
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const utf16 = guessUtf16(bytes)
  if (utf16) return new TextDecoder(utf16).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const latin = new TextDecoder('windows-1252').decode(bytes)
    return repairLegacy(latin.slice(0, 20_000)) ? latin : new TextDecoder('windows-1258').decode(bytes)
  }
}

function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 2_000)
  const zeros = [0, 0]
  sample.forEach((byte, place) => {
    if (byte === 0) zeros[place % 2]! += 1
  })
  const [even = 0, odd = 0] = zeros
  const enough = sample.length / 10
  if (odd > enough && even < odd / 10) return 'utf-16le'
  return even > enough && odd < even / 10 ? 'utf-16be' : undefined
}
