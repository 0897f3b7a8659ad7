import { z } from 'zod'
import { moveSchemas } from '#workflows/resolution/moves.ts'
import type { Chosen } from './answer-together.server.ts'

/** A member as the form sends it: number, version and the answer seen; «12:4:ab…». */
const written = /^(\d{1,15}):(\d{1,9}):([0-9a-f]{0,64})$/
const members = z
  .array(z.string().regex(written, 'choose'))
  .min(1, 'clusters:chooseOne')
  .max(200, 'tooLong')

export const writeMember = ({ id, version, seen }: Chosen) => `${id}:${version}:${seen}`

export function readMember(text: string): Chosen {
  const [, id, version, seen] = written.exec(text) ?? []
  return { id: Number(id), version: Number(version), seen: seen ?? '' }
}

const { letterNumber, letterDate } = moveSchemas.approve.shape
/** `step`: looked at first, then done. */
const step = z.enum(['check', 'edit', 'do']).default('check')

export const togetherSchemas = {
  submitAnswer: z.object({ step, text: moveSchemas.submitAnswer.shape.text, members }),
  approve: z.object({ step, letterNumber, letterDate, members }),
}

export const memberCode = z.object({ code: z.string().trim().min(1, 'required').max(40, 'tooLong') })
