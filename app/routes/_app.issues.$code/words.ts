import type { Translate } from '#app/i18n/instance.ts'

/** What a field of a move is called: by its move where that says it better, else by its own name. */
export const fieldLabel = (t: Translate, move: string, name: string): string =>
  t(`moves:fieldOf.${move}.${name}`, { defaultValue: t(`moves:field.${name}`) })

export const optionLabel = (t: Translate, name: string, value: string): string => t(`moves:option.${name}.${value}`)
