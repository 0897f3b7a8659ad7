import type { Translate } from '#app/i18n/instance.ts'
import { unitFieldNames } from './unit-fields.tsx'

/** What the fields of a form are called: `admin:field.<name>`. */
export const labelsOf = <Name extends string>(t: Translate, names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, t(`admin:field.${name}`)])) as Record<Name, string>

export const unitLabels = (t: Translate) => labelsOf(t, unitFieldNames)
