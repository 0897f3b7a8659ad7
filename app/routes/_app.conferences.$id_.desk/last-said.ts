import { captureId, captured } from './capture.tsx'
import type { About, Waiting } from './outbox.ts'
import { mayBePromised, type SaidRow } from './said.tsx'

/** A comment this tab wrote down, as it may still be on its way. */
export type Own = About & { at: string }

export const ownOf = ({ key, fields }: Pick<Waiting, 'key' | 'fields'>): Own =>
  ({ capture: key, enterprise: fields.enterprise ?? null, text: fields.text ?? '', at: fields.saidAt ?? '' })

/**
 * What the chair just promised is about the comment in the form, which is written down first; else about the one said last:
 * this desk's own, sent or not, or another desk's.
 */
export function takePromise({ own, waiting, said }: { own?: Own; waiting: Waiting[]; said: SaidRow[] }, open: (about: About) => void): void {
  if (captured()) return document.querySelector<HTMLButtonElement>(`#${captureId} button[value=promise]`)?.click()
  const unsent = waiting.filter(({ kind }) => kind === 'capture').map(ownOf)
  const known = said.filter(mayBePromised).map(({ code, enterprise, text, at }) => ({ code, enterprise, text, at }))
  const [last] = [own, ...unsent, ...known].filter((one): one is Own => one !== undefined).sort((a, b) => b.at.localeCompare(a.at))
  if (last) open(last)
}
