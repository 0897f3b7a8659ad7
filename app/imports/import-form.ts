import { z } from 'zod'

export const fileSchema = z.object({
  file: z.custom<Blob>((value) => value instanceof Blob && value.size > 0, 'conferences:import.chooseFile'),
})

/** `name` stands in the place of a file name in the provenance of each comment. */
export const pasteSchema = z.object({
  text: z.string().trim().min(1, 'required').max(200_000, 'tooLong'),
  name: z.string().trim().min(1, 'required').max(100, 'tooLong'),
})
