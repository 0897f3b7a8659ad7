import type { TFunction } from 'i18next'

/** What a field of a move is called: by its move where that says it better, else by its own name. */
export const fieldLabel = (t: TFunction, move: string, name: string): string =>
  t([`moves:fieldOf.${move}.${name}`, `moves:field.${name}`])

export const optionLabel = (t: TFunction, name: string, value: string): string => t(`moves:option.${name}.${value}`)
