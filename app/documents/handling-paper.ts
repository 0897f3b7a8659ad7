import type { Translate } from '#app/i18n/instance.ts'
import { formatDate } from '#app/ui/format.ts'
import { isOwed } from '#workflows/commitment/machine.ts'
import { closed, heading, paragraph, type Annex, type Paper } from '#workflows/documents/official.ts'
import { dateLine, dayInWords, numberLine, roman } from '#workflows/documents/wording.ts'
import { contentsTable, isWithheld, type Contents } from './contents-paper.ts'
import { paperTable } from './fields.ts'
import type { Figures } from './figures-paper.ts'
import { inSentence, issuingOf, type Notice } from './issuing.ts'
import { reportParts } from './report-parts.ts'

/**
 * The report of a conference as it stands on the day it is asked for, with the figures of its page: before the meeting the
 * opening report, from then on the one on the handling (*báo cáo kết quả giải quyết*).
 */
export function handlingPaper(contents: Contents, figures: Figures, notice: Notice | undefined, t: Translate): Paper {
  const { issuer, issuerAbove, place, signature } = issuingOf(notice, t)
  const { conference, held } = figures
  const parts = reportParts(contents, figures, t).flatMap(({ title, blocks }, at) => [heading(`${at + 1}. ${title}`), ...blocks])
  const said = { name: inSentence(conference.title), held: formatDate(conference.heldOn), day: dayInWords(contents.today) }
  const annexes = [contentsAnnex, promisesAnnex].map((make) => make(contents, said, t)).filter((annex) => annex !== undefined)
  return {
    title: `${t('documents:handling.name')}: ${conference.title}`,
    letter: {
      issuerAbove, issuer, number: numberLine(null, 'report', issuer), dated: dateLine(place, contents.today), draft: false,
      type: t('documents:handling.type'), abstract: t(held ? 'documents:handling.abstract' : 'documents:opening.abstract', said),
      body: [paragraph(openingWords(said, held, notice, t)), ...parts, paragraph(closed(t('documents:handling.end', said)))],
      signatures: [signature], recipients: t('documents:handling.recipients').split('\n'),
    },
    annexes: annexes.map((annex, at) => ({ ...annex, number: annexes.length > 1 ? roman(at + 1) : null })),
  }
}

type Said = { name: string; held: string; day: string }

const openingWords = (said: Said, held: boolean, notice: Notice | undefined, t: Translate) =>
  !held ? t('documents:opening.opening', said)
  : notice?.number && notice.issuedOn
    ? t('documents:handling.openingWithNotice', { ...said, number: notice.number, issued: dayInWords(notice.issuedOn) })
    : t('documents:handling.opening', said)

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
    { label: t('documents:column.code'), share: 28, align: 'center' as const, of: (row: Row) => row.code },
    { label: t('documents:column.promise'), share: 93, of: (row: Row) => row.text },
    { label: t('documents:column.unit'), share: 46, of: (row: Row) => name.unit(row.ownerUnit) },
    { label: t('documents:column.due'), share: 26, align: 'center' as const, of: ({ dueOn }: Row) => ({ day: dueOn }) },
    { label: t('documents:column.state'), share: 46, of: state },
  ]
  return { number: null, title: t('documents:promises.title'), reference: t('documents:handling.with', said), landscape: true, body: [paperTable(fields, rows)] }
}
