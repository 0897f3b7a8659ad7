import type { Translate } from '#app/i18n/instance.ts'
import { formatRate } from '#app/ui/format.ts'
import { paragraph, type Block } from '#workflows/documents/official.ts'
import { owedByUnit, promisesByUnit } from './by-unit.ts'
import type { Contents } from './contents-paper.ts'
import { paperTable } from './fields.ts'
import { definition, figuresTable, type Figures } from './figures-paper.ts'

export type Part = { title: string; blocks: Block[] }

/** What a report says of a conference, part by part; before the meeting there is nothing to say of promises that nobody made. */
export function reportParts(contents: Contents, figures: Figures, t: Translate): Part[] {
  const part = (title: string, blocks: Block[]) => ({ title: t(`documents:handling.part.${title}`), blocks })
  return [
    part('received', received(figures, t)),
    part('answered', answered(contents, figures, t)),
    ...(figures.held || figures.counts.promises > 0 ? [part('promised', promised(contents, figures, t))] : []),
    part('owed', owed(contents, t)),
  ]
}

const received = ({ counts, carried }: Figures, t: Translate): Block[] => [
  paragraph(t('conferences:sheet.counts', { comments: counts.comments, enterprises: counts.enterprises, issues: counts.issues })),
  ...(carried ? [paragraph(t('documents:handling.carried', { count: carried }))] : []),
]

function answered({ issues }: Contents, figures: Figures, t: Translate): Block[] {
  const { total, held } = figures
  const answers = total.before + total.onTheSpot + total.after
  const overdue = issues.filter((issue) => issue.overdue).length
  return [
    paragraph(t(held ? 'documents:handling.answered' : 'documents:opening.answered', { ...total, answers, rate: formatRate(answers, total.received, 'vi'), overdue })),
    figuresTable(figures, t),
    paragraph(definition(figures, t)),
  ]
}

function promised({ issues, name, today }: Contents, { counts }: Figures, t: Translate): Block[] {
  const units = promisesByUnit(issues, today)
  const sum = (of: 'inTime' | 'doneLate' | 'broken') => units.reduce((all, row) => all + row[of], 0)
  const column = (of: keyof Omit<(typeof units)[number], 'unit'>) => ({ label: t(`documents:promises.${of}`), share: 19, align: 'center' as const, of: (row: (typeof units)[number]) => row[of] })
  const fields = [
    { label: t('documents:column.unit'), share: 51, of: ({ unit }: (typeof units)[number]) => name.unit(unit) },
    ...(['made', 'inTime', 'doneLate', 'late', 'running', 'broken'] as const).map(column),
  ]
  return [
    paragraph(t('conferences:sheet.promises', { promises: counts.promises, done: counts.promisesDone, late: counts.promisesLate })),
    ...(units.length > 0 ? [paragraph(t('documents:handling.promised', { inTime: sum('inTime'), doneLate: sum('doneLate'), broken: sum('broken') })), paperTable(fields, units)] : []),
  ]
}

function owed({ issues, name }: Contents, t: Translate): Block[] {
  const units = owedByUnit(issues)
  if (units.length === 0) return [paragraph(t('documents:handling.nothingOwed'))]
  const fields = [
    { label: t('documents:column.number'), share: 15, align: 'center' as const, of: (_: (typeof units)[number], at: number) => at + 1 },
    { label: t('documents:column.leadUnit'), share: 90, of: ({ unit }: (typeof units)[number]) => (unit ? name.unit(unit) : t('documents:handling.noUnit')) },
    { label: t('documents:column.owed'), share: 30, align: 'center' as const, of: (row: (typeof units)[number]) => row.owed },
    { label: t('documents:column.overdue'), share: 30, align: 'center' as const, of: (row: (typeof units)[number]) => row.overdue },
  ]
  const sum = (of: 'owed' | 'overdue') => units.reduce((all, row) => all + row[of], 0)
  return [paperTable(fields, units, { total: ['', t('conferences:figure.total'), sum('owed'), sum('overdue')] })]
}
