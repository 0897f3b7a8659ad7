import { ImportRefused, type RefusalKey } from '../import-refused.ts'
import { decodeText } from '../read/decode-text.ts'
import { fileKind } from '../read/file-kind.ts'
import { storable } from '../read/grid.ts'
import { parseMinutesApart } from '../read/parse-apart.server.ts'
import { openZip } from '../read/zip-entries.server.ts'
import { minutesLimits, type MinutesFile } from './minutes.ts'
import { paragraphsOf } from './read-paragraphs.ts'

/** What is said of spreadsheets elsewhere, said of documents here. */
const ofText: Partial<Record<RefusalKey, RefusalKey>> = {
  refusedOldExcel: 'refusedOldWord', refusedNotTable: 'refusedNotMinutes', refusedDamaged: 'refusedDamagedText', refusedTooSlow: 'refusedTooSlowText',
}

/** Minutes from a .docx or text file, or pasted. Rejects with `ImportRefused` whatever the bytes are. */
export async function readMinutes(source: { bytes: Uint8Array } | { text: string }): Promise<MinutesFile> {
  try {
    if ('text' in source) return prose(source.text)
    if (fileKind(source.bytes) === 'text') return prose(decodeText(source.bytes))
    await openZip(source.bytes)
    return await parseMinutesApart(source.bytes)
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error
    throw new ImportRefused(ofText[error.key] ?? error.key, error.params, { cause: error })
  }
}

function prose(text: string): MinutesFile {
  const tooLong = () => new ImportRefused('refusedTooLong', { characters: minutesLimits.characters })
  if (text.length > minutesLimits.characters) throw tooLong()
  const paragraphs = paragraphsOf(storable(text))
  if (paragraphs.length > minutesLimits.paragraphs || paragraphs.some((one) => one.text.length > minutesLimits.inParagraph)) throw tooLong()
  return { paragraphs, tables: [] }
}
