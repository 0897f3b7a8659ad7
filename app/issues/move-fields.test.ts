import { expect, test } from 'vitest'
import { moveNames, moveSchemas } from '#workflows/resolution/moves.ts'
import { moveFields } from './move-fields.ts'

/** What only the clock or an administrator's change makes has no form. */
const madeBySystem: string[] = ['recomputeDeadline', 'claim']

test.each(moveNames.filter((move) => !madeBySystem.includes(move)))('the form of %s asks for exactly what the move takes', (move) => {
  const asked = moveFields[move].map((field) => field.name as string)
  expect([...asked].sort()).toEqual(Object.keys(moveSchemas[move].shape).sort())
})
