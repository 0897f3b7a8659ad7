import { promiseWords, type PromiseMade } from '#app/conferences/promise-words.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'

/** Each promise with its first date, whether it was kept or moved, and whether it is late. */
export function Promises({ promises, today }: { promises: PromiseMade[]; today: string }) {
  const { t } = useTranslation()
  if (promises.length === 0) return t('carry:promise.none')
  return (
    <ul className="min-w-28 space-y-1">
      {promises.map((one) => <li key={one.number}>{promiseWords(one, today, t)}</li>)}
    </ul>
  )
}
