import { loneSurrogates } from '#workflows/text/nfc.ts'

// eslint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]/g

/** Text as paper and XML can hold it: composed, with line ends as \n and without what no XML 1.0 document may contain. */
export const printableText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(unprintable, '').replace(loneSurrogates, '\uFFFD').normalize('NFC')

/** The same for every text in plain data. */
export function printable<T>(data: T): T {
  if (typeof data === 'string') return printableText(data) as T
  if (Array.isArray(data)) return data.map(printable) as T
  if (data === null || typeof data !== 'object' || data instanceof Date) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, printable(value)])) as T
}
