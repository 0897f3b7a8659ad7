import type { Translate } from '#app/i18n/instance.ts'
import { isOwed, type CommitmentState } from '#workflows/commitment/machine.ts'

export type PromiseMade = { number: number; state: CommitmentState; firstDueOn: string; dueOn: string; doneOn: string | null; slips: number }

const day = (on: string) => on.split('-').reverse().join('/')

/** «Hạn 12/05/2024, lùi đến 30/06/2024; quá hạn» */
export function promiseWords({ state, firstDueOn, dueOn, doneOn }: PromiseMade, today: string, t: Translate): string {
  const moved = firstDueOn !== dueOn
  const date = moved ? t('carry:promise.slipped', { first: day(firstDueOn), due: day(dueOn) }) : t('carry:promise.due', { due: day(dueOn) })
  const end =
    state === 'broken' ? t('carry:promise.broken')
    : doneOn ? t(doneOn <= firstDueOn ? 'carry:promise.inTime' : 'carry:promise.doneLate', { done: day(doneOn) })
    : isOwed(state) && dueOn < today ? t('carry:promise.late') : undefined
  return [date, end].filter(Boolean).join('; ')
}
