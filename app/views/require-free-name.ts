import { Invalid } from '#app/http/errors.ts'

/** Two views of one name cannot be told apart. Throws `Invalid` at `name`. */
export function requireFreeName(name: string, others: readonly { name: string }[]): void {
  if (others.some((one) => one.name.toLowerCase() === name.toLowerCase())) throw new Invalid({ name: { key: 'views:invalid.nameTaken' } })
}
