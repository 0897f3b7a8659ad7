import { useTranslation } from '#app/i18n/use-translation.ts'
import type { FormResult } from '#app/ui/house-form.ts'

/** Where a colleague was first: what they wrote, beside what was typed here and is still in the form. */
export function LyingThere({ result, of }: { result: Partial<FormResult> | undefined; of: [label: string, text: string][] }) {
  const { t } = useTranslation()
  if (result?.errors?.['']?.key !== 'conclusions:invalid.changed') return null
  return (
    <details open className="rounded border border-line p-4">
      <summary className="cursor-pointer font-semibold">{t('conclusions:lyingThere')}</summary>
      <dl className="mt-3 space-y-2">
        {of.map(([label, text]) => (
          <div key={label}>
            <dt className="font-semibold">{label}</dt>
            <dd className="wrap-anywhere whitespace-pre-line">{text || '–'}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
