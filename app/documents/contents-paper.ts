import type { Translate } from '#app/i18n/instance.ts'
import type { Namer } from '#app/issues/names.ts'
import { formatDate } from '#app/ui/format.ts'
import type { RecordedIssue } from '#db/queries/conference-record.ts'
import { plain, type Block, type Paper } from '#workflows/documents/official.ts'
import { paperTable, sheetOf, type Field, type Sheet } from './fields.ts'
import { withNotice, type Notice } from './issuing.ts'

export type Contents = { title: string; lead: string; issues: RecordedIssue[]; name: Namer; today: string }

/**
 * What is on another legal track stands in the count and not in words: these papers go to the units, from whom the law
 * and `visibleTo` keep it.
 */
export const isWithheld = ({ line }: Pick<RecordedIssue, 'line'>): boolean => line === 'diverted'

/** Comments are numbered as they came; a comment split into several issues gives 12.1, 12.2. */
export function numbersOf(issues: readonly Pick<RecordedIssue, 'commentId'>[]): string[] {
  const order = [...new Set(issues.map(({ commentId }) => commentId))]
  const place = new Map(order.map((id, at) => [id, at + 1]))
  const all = new Map<number, number>()
  for (const { commentId } of issues) all.set(commentId, (all.get(commentId) ?? 0) + 1)
  const seen = new Map<number, number>()
  return issues.map(({ commentId }) => {
    const part = (seen.get(commentId) ?? 0) + 1
    seen.set(commentId, part)
    return all.get(commentId) === 1 ? String(place.get(commentId)) : `${place.get(commentId)}.${part}`
  })
}

/** What was answered, by which letter or whom, and what was promised; where nothing was, by when an answer is due. */
function outcomeOf({ answer, promises, line, dueOn, overdue, state }: RecordedIssue, { name }: Contents, t: Translate): string {
  if (line === 'diverted') return ''
  const answered = answer && line !== 'owed' ? [answer.text, sourceOf(answer, t)] : []
  const owed = line === 'owed' && dueOn ? [t(overdue ? 'documents:outcome.overdue' : 'documents:outcome.due', { day: formatDate(dueOn) })] : []
  const upward = state === 'escalatedUpward' ? [t('documents:outcome.upward')] : []
  const promised = promises.map((one) => t('documents:outcome.promise', { text: one.text, unit: name.unit(one.ownerUnit), day: formatDate(one.dueOn), state: t(`issues:commitments.${one.state}`) }))
  return [...answered, ...owed, ...upward, ...promised].filter(Boolean).join('\n')
}

const sourceOf = ({ letterNumber, letterDate, answeredBy }: NonNullable<RecordedIssue['answer']>, t: Translate): string =>
  letterNumber ? t('documents:outcome.letter', { number: letterNumber, day: letterDate ? formatDate(letterDate) : '' })
  : answeredBy ? t('documents:outcome.onTheSpot', { by: answeredBy }) : ''

const fields = (of: Contents, t: Translate): Field<RecordedIssue>[] => {
  const numbers = numbersOf(of.issues)
  const shown = (issue: RecordedIssue, words: string | null) => (isWithheld(issue) ? t('documents:withheld') : words)
  return [
    { label: t('documents:column.number'), share: 13, align: 'center', of: (_, index) => numbers[index]! },
    { label: t('documents:column.code'), share: 28, align: 'center', of: ({ code }) => code },
    { label: t('documents:column.enterprise'), share: 34, of: (issue) => (isWithheld(issue) ? '' : issue.enterprise) },
    { label: t('documents:column.content'), share: 63, of: (issue) => shown(issue, issue.text) },
    { label: t('documents:column.group'), share: 25, of: ({ group }) => (group ? of.name.group(group) : t('conferences:group.none')) },
    { label: t('documents:column.leadUnit'), share: 29, of: (issue) => (issue.leadUnit && !isWithheld(issue) ? of.name.unit(issue.leadUnit) : '') },
    { label: t('documents:column.state'), share: 24, of: ({ state }) => t(`issues:state.${state}`) },
    { label: t('documents:column.outcome'), share: 56, of: (issue) => outcomeOf(issue, of, t) },
  ]
}

export const contentsTable = (of: Contents, t: Translate): Block => paperTable(fields(of, t), of.issues)

export const contentsPaper = (of: Contents, notice: Notice | undefined, t: Translate): Paper => ({
  title: `${t('documents:contents.title')}: ${of.title}`,
  letter: null,
  annexes: [{
    number: null, title: t('documents:contents.title'), reference: withNotice(notice, t), landscape: true,
    body: [plain(of.title), plain(of.lead), contentsTable(of, t)],
  }],
})

export const contentsSheet = (of: Contents, t: Translate): Sheet =>
  sheetOf({ name: t('documents:contents.sheet'), title: `${t('documents:contents.title')}: ${of.title}`, lead: of.lead }, fields(of, t), of.issues)
