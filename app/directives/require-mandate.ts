import { Invalid } from '#app/http/errors.ts'
import { needsMandate, type Who } from '#workflows/directive/machine.ts'

/** The coordinating office speaks for leadership and says on whose word. Throws `Invalid` at `mandate`. */
export function requireMandate(by: Who, mandate: string | null): void {
  if (needsMandate(by) && mandate === null) throw new Invalid({ mandate: { key: 'common:invalid.required' } })
}
