type TextProblem = { key: 'textNul' | 'textLoneSurrogate'; params: { at: number } }
type Cleaned = { ok: true; text: string } | { ok: false; problem: TextProblem }

/** Halves of a character without their other half: no UTF-8 can hold them. */
export const loneSurrogates = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/**
 * The form in which text enters the house: NFC, line ends as \n. Everything else a person typed stays, also zero-width
 * and direction marks, which some scripts and emoji need. NUL and lone surrogates cannot be stored or sent as UTF-8 and
 * come back as a problem; `at` counts characters from 1.
 */
export function clean(text: string): Cleaned {
  const nul = text.indexOf('\u0000')
  if (nul >= 0) return { ok: false, problem: { key: 'textNul', params: { at: nul + 1 } } }
  const lone = text.search(loneSurrogates)
  if (lone >= 0) return { ok: false, problem: { key: 'textLoneSurrogate', params: { at: lone + 1 } } }
  return { ok: true, text: text.replace(/\r\n/g, '\n').normalize('NFC') }
}

export type TidyChange = 'composed' | 'controls' | 'spaces'

const invisible = /[\u200B\u2060\uFEFF\u00AD\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g
const oddSpaces = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g

/**
 * Text out of an office file, where nobody typed the invisible characters on purpose: composed, freed of controls, lone
 * surrogates, zero-width and direction marks, with plain spaces and trimmed. `changes` says what was done, so that a
 * preview can show it.
 */
export function tidy(text: string): { text: string; changes: TidyChange[] } {
  const changes: TidyChange[] = []
  const step = (change: TidyChange, before: string, after: string) => {
    if (before !== after) changes.push(change)
    return after
  }
  const lines = text.replace(/\r\n?/g, '\n')
  const bare = lines.replace(controls, '').replace(invisible, '').replace(loneSurrogates, '')
  const visible = step('controls', lines, bare)
  const spaced = step('spaces', visible, visible.replace(oddSpaces, ' ').trim())
  return { text: step('composed', spaced, spaced.normalize('NFC')), changes }
}
