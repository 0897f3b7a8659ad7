import type { Translate } from '#app/i18n/instance.ts'
import { formatDate, formatRate } from '#app/ui/format.ts'
import { isOwed } from '#workflows/commitment/machine.ts'
import { closed, heading, paragraph, type Annex, type Block, type Paper } from '#workflows/documents/official.ts'
import { dateLine, dayInWords, numberLine, roman } from '#workflows/documents/wording.ts'
import { contentsTable, isWithheld, type Contents } from './contents-paper.ts'
import { paperTable } from './fields.ts'
import { figuresTable, type Figures } from './figures-paper.ts'
import { inSentence, issuingOf, type Notice } from './issuing.ts'
import { owedByUnit, promisesByUnit } from './by-unit.ts'

/** The report on the handling (*báo cáo kết quả giải quyết*) as it stands on the day it is asked for, with the figures of the page. */
export function handlingPaper(contents: Contents, figures: Figures, notice: Notice | undefined, t: Translate): Paper {
  const { issuer, issuerAbove, place, signature } = issuingOf(notice, t)
  const { conference } = figures
  const said = { name: inSentence(conference.title), held: formatDate(conference.heldOn), day: dayInWords(contents.today) }
  const annexes = [contentsAnnex, promisesAnnex].map((make) => make(contents, said, t)).filter((annex) => annex !== undefined)
  return {
    title: `${t('documents:handling.name')}: ${conference.title}`,
    letter: {
      issuerAbove, issuer, number: numberLine(null, 'report', issuer), dated: dateLine(place, contents.today), draft: false,
      type: t('documents:handling.type'), abstract: t('documents:handling.abstract', said),
      body: [paragraph(openingWords(said, notice, t)), ...received(figures, t), ...answered(contents, figures, t), ...promised(contents, figures, t), ...owed(contents, t), paragraph(closed(t('documents:handling.end', said)))],
      signatures: [signature], recipients: t('documents:handling.recipients').split('\n'),
    },
    annexes: annexes.map((annex, at) => ({ ...annex, number: annexes.length > 1 ? roman(at + 1) : null })),
  }
}

type Said = { name: string; held: string; day: string }

const openingWords = (said: Said, notice: Notice | undefined, t: Translate) =>
  notice?.number && notice.issuedOn
    ? t('documents:handling.openingWithNotice', { ...said, number: notice.number, issued: dayInWords(notice.issuedOn) })
    : t('documents:handling.opening', said)

const received = ({ counts }: Figures, t: Translate): Block[] => [
  heading(t('documents:handling.part.received')),
  paragraph(t('conferences:sheet.counts', { comments: counts.comments, enterprises: counts.enterprises, issues: counts.issues })),
]

function answered({ issues }: Contents, figures: Figures, t: Translate): Block[] {
  const { total } = figures
  const answers = total.before + total.onTheSpot + total.after
  const overdue = issues.filter((issue) => issue.overdue).length
  return [
    heading(t('documents:handling.part.answered')),
    paragraph(t('documents:handling.answered', { ...total, answers, rate: formatRate(answers, total.received, 'vi'), overdue })),
    figuresTable(figures, t),
    paragraph(t('conferences:sheet.definition')),
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
    heading(t('documents:handling.part.promised')),
    paragraph(t('conferences:sheet.promises', { promises: counts.promises, done: counts.promisesDone, late: counts.promisesLate })),
    ...(units.length > 0 ? [paragraph(t('documents:handling.promised', { inTime: sum('inTime'), doneLate: sum('doneLate'), broken: sum('broken') })), paperTable(fields, units)] : []),
  ]
}

function owed({ issues, name }: Contents, t: Translate): Block[] {
  const units = owedByUnit(issues)
  if (units.length === 0) return [heading(t('documents:handling.part.owed')), paragraph(t('documents:handling.nothingOwed'))]
  const fields = [
    { label: t('documents:column.number'), share: 15, align: 'center' as const, of: (_: (typeof units)[number], at: number) => at + 1 },
    { label: t('documents:column.leadUnit'), share: 90, of: ({ unit }: (typeof units)[number]) => (unit ? name.unit(unit) : t('documents:handling.noUnit')) },
    { label: t('documents:column.owed'), share: 30, align: 'center' as const, of: (row: (typeof units)[number]) => row.owed },
    { label: t('documents:column.overdue'), share: 30, align: 'center' as const, of: (row: (typeof units)[number]) => row.overdue },
  ]
  const sum = (of: 'owed' | 'overdue') => units.reduce((all, row) => all + row[of], 0)
  return [heading(t('documents:handling.part.owed')), paperTable(fields, units, { total: ['', t('conferences:figure.total'), sum('owed'), sum('overdue')] })]
}

const contentsAnnex = (of: Contents, said: Said, t: Translate): Annex =>
  ({ number: null, title: t('documents:contents.title'), reference: t('documents:handling.with', said), landscape: true, body: [contentsTable(of, t)] })

function promisesAnnex({ issues, name, today }: Contents, said: Said, t: Translate): Annex | undefined {
  const rows = issues.filter((issue) => !isWithheld(issue)).flatMap(({ code, promises }) => promises.map((promise) => ({ code, ...promise })))
  type Row = (typeof rows)[number]
  if (rows.length === 0) return undefined
  const state = ({ state, dueOn, doneOn }: Row) => [
    t(`issues:commitments.${state}`), isOwed(state) && dueOn < today ? t('documents:promises.overdue') : '', doneOn ? t('documents:promises.doneOn', { day: formatDate(doneOn) }) : '',
  ].filter(Boolean).join('; ')
  const fields = [
    { label: t('documents:column.number'), share: 13, align: 'center' as const, of: (_: Row, at: number) => at + 1 },
    { label: t('documents:column.code'), share: 25, align: 'center' as const, of: (row: Row) => row.code },
    { label: t('documents:column.promise'), share: 96, of: (row: Row) => row.text },
    { label: t('documents:column.unit'), share: 46, of: (row: Row) => name.unit(row.ownerUnit) },
    { label: t('documents:column.due'), share: 26, align: 'center' as const, of: ({ dueOn }: Row) => ({ day: dueOn }) },
    { label: t('documents:column.state'), share: 46, of: state },
  ]
  return { number: null, title: t('documents:promises.title'), reference: t('documents:handling.with', said), landscape: true, body: [paperTable(fields, rows)] }
}
