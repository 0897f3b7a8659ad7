import { z } from 'zod'
import { moveSchemas } from '#workflows/resolution/moves.ts'

/** Two lists of one length: what is moved, as «12:4», and where to; a place left empty stays where it is. */
const places = z.array(z.string().trim().max(40, 'tooLong')).max(100, 'tooLong').default([])

export const workForm = z
  .object({ intent: z.literal('work'), row: z.array(z.string().regex(/^\d{1,15}:\d{1,9}$/, 'choose')).max(100, 'tooLong').default([]), to: places, note: moveSchemas.transferUnit.shape.note })
  .refine(({ row, to }) => row.length === to.length, { path: ['row'], message: 'choose' })
  .refine(({ to }) => to.some((unit) => unit !== ''), { path: ['to'], message: 'handover:chooseOne' })

export const peopleForm = z
  .object({ intent: z.literal('people'), person: z.array(z.string().regex(/^\d{1,15}$/, 'choose')).max(100, 'tooLong').default([]), to: places })
  .refine(({ person, to }) => person.length === to.length, { path: ['person'], message: 'choose' })
  .refine(({ to }) => to.some((unit) => unit !== ''), { path: ['to'], message: 'handover:chooseOne' })

export const rowsOf = ({ row, to }: z.output<typeof workForm>) =>
  row.flatMap((one, at) => {
    const [id, version] = one.split(':').map(Number)
    return to[at] ? [{ id: id!, version: version!, to: to[at] }] : []
  })

export const peopleOfForm = ({ person, to }: z.output<typeof peopleForm>) =>
  person.flatMap((one, at) => (to[at] ? [{ membership: Number(one), to: to[at] }] : []))
