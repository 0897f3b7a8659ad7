import { Invalid } from '#app/http/errors.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'
import { policyAt, type Rules } from './rules.server.ts'

/** An extension, asked or granted, is no longer than the policy of that day admits. */
export function requireBoundedExtension(move: MoveInput, at: Date, rules: Rules): void {
  if (move.type !== 'requestExtension' && move.type !== 'grantExtension') return
  const { amount } = policyAt(rules, 'extension', null, at)
  if (move.workingDays > amount) throw new Invalid({ workingDays: { key: 'rules:invalid.extensionTooLong', params: { most: amount } } })
}
