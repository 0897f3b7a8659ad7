import type { Reason } from './types.ts'

export type Names = { unit: (code: string) => string | undefined; topic: (code: string) => string | undefined }

/** The same reason with the reader's names of units and topics in place of codes, ready for its text. */
export function nameReason({ key, params }: Reason, names: Names): Reason {
  const named = Object.entries(params).map(([name, value]) => {
    if (name === 'unit' || name === 'former') return [name, names.unit(String(value)) ?? value]
    if (name === 'topic') return [name, names.topic(String(value)) ?? value]
    return [name, value]
  })
  return { key, params: Object.fromEntries(named) }
}
