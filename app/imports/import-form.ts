import { z } from 'zod'

export const fileSchema = z.object({
  file: z.custom<Blob>((value) => value instanceof Blob && value.size > 0, 'conferences:import.chooseFile'),
})

/** `name` stands in the place of a file name in the provenance of each comment. */
export const pasteSchema = z.object({
  text: z.string().trim().min(1, 'required').max(200_000, 'tooLong'),
  name: z.string().trim().min(1, 'required').max(100, 'tooLong'),
})

export const sourceKinds = ['annex', 'minutes'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** A file says by its ending what it is, in whichever form it was chosen; text and what is pasted is what the form says. */
export function sourceKind(as: unknown, fileName: string): SourceKind {
  if (/\.docx?$/i.test(fileName)) return 'minutes'
  if (/\.(xlsx|xlsm|xlsb|xls|csv)$/i.test(fileName)) return 'annex'
  return as === 'minutes' ? 'minutes' : 'annex'
}
