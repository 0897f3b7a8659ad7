export type RefusalKey =
  | 'refusedEmpty'
  | 'refusedOldExcel'
  | 'refusedEncrypted'
  | 'refusedBinaryExcel'
  | 'refusedNotTable'
  | 'refusedDamaged'
  | 'refusedBomb'
  | 'refusedTooBig'
  | 'refusedTooManyRows'
  | 'refusedTooManyColumns'
  | 'refusedTooSlow'
  | 'refusedQuoteNotClosed'
  | 'refusedOldWord'
  | 'refusedNotMinutes'
  | 'refusedDamagedText'
  | 'refusedTooLong'
  | 'refusedTooSlowText'

/** A file that cannot be read at all, with the reason as data: the text is in app/i18n/<language>/imports.json. */
export class ImportRefused extends Error {
  constructor(
    readonly key: RefusalKey,
    readonly params: Record<string, string | number> = {},
    options?: ErrorOptions,
  ) {
    super(`import refused: ${key}`, options)
  }
}
