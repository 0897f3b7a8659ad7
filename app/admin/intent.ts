import type { FormResult } from '#app/ui/house-form.ts'

/** A page with several forms gives what its action returned to the one that was sent. */
export const resultOf = (result: Partial<FormResult> | undefined, intent: string) =>
  result?.values?.intent === intent ? result : undefined

export const intentOf = (form: FormData) => String(form.get('intent') ?? '')
