type Difference = { field: string; before: string | null; after: string | null }

/** What a change changed, field by field; of something added or removed, every field that said anything. */
export function differences(before: unknown, after: unknown): Difference[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  return names
    .map((field) => ({ field, before: shown(was[field]), after: shown(is[field]) }))
    .filter((one) => one.before !== one.after)
}

const fieldsOf = (value: unknown): Record<string, unknown> => (value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : {})

function shown(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return value.length > 0 ? value.map(String).join('; ') : null
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
