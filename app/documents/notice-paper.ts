import type { Translate } from '#app/i18n/instance.ts'
import type { ConclusionView } from '#app/conclusions/conclusion-view.server.ts'
import { formatDate } from '#app/ui/format.ts'
import { bold, closed, paragraph, text, type Annex, type Block, type Paper } from '#workflows/documents/official.ts'
import { dateLine, numberLine } from '#workflows/documents/wording.ts'
import { paperTable, sheetOf, type Field, type Sheet } from './fields.ts'
import { issuingOf, withNotice } from './issuing.ts'

type Notice = NonNullable<ConclusionView['notice']>
type Task = ConclusionView['tasks'][number]

/** The notice of conclusions (*thông báo kết luận*): what was concluded, the numbered tasks, and the tasks again as a table. */
export function noticePaper({ conference, tasks }: ConclusionView, notice: Notice, t: Translate): Paper {
  const { issuer, issuerAbove, place, signature } = issuingOf(notice, t)
  const body: Block[] = [
    ...paragraphsOf(notice.opening), ...paragraphsOf(notice.conclusion),
    ...tasks.map((task, at) => sentenceOf(task, at === tasks.length - 1, t)),
  ]
  return {
    title: `${t('documents:notice.name')}: ${conference.title}`,
    letter: {
      issuerAbove, issuer, number: numberLine(notice.number, 'notice', issuer), dated: dateLine(place, notice.issuedOn), draft: notice.state === 'draft',
      type: t('documents:notice.type'), abstract: notice.abstract, body, signatures: [signature], recipients: notice.recipients.split('\n'),
    },
    annexes: tasks.length > 0 ? [tasksAnnex(tasks, notice, t)] : [],
  }
}

const paragraphsOf = (words: string): Block[] => words.split('\n').map((line) => line.trim()).filter(Boolean).map(paragraph)

/** «1. Sở A chủ trì, phối hợp với Sở B: … Thời hạn: … Sản phẩm: …»; the last one ends the document. */
function sentenceOf({ number, leadUnit, coordinatingUnits, dueOn, product, text: words }: Task, last: boolean, t: Translate): Block {
  const others = coordinatingUnits.length > 0 ? t('documents:notice.with', { units: coordinatingUnits.join(', ') }) : ''
  const sentences = [
    words.trim().replace(/[.;]?$/, '.'),
    dueOn && t('documents:notice.due', { day: formatDate(dueOn) }),
    product && t('documents:notice.product', { product: product.trim().replace(/\.$/, '') }),
  ].filter(Boolean).join(' ')
  return paragraph([bold(`${number}. ${leadUnit}`), text(` ${t('documents:notice.leads')}${others}: ${last ? closed(sentences) : sentences}`)])
}

const taskFields = (t: Translate): Field<Task>[] => [
  { label: t('documents:column.number'), share: 12, align: 'center', of: ({ number }) => number },
  { label: t('documents:column.task'), share: 78, of: (task) => task.text },
  { label: t('documents:column.leadUnit'), share: 36, of: ({ leadUnit }) => leadUnit },
  { label: t('documents:column.coordinatingUnits'), share: 38, of: ({ coordinatingUnits }) => coordinatingUnits.join('; ') },
  { label: t('documents:column.due'), share: 25, align: 'center', of: ({ dueOn }) => (dueOn ? { day: dueOn } : t('documents:ownDates')) },
  { label: t('documents:column.product'), share: 31, of: ({ product }) => product },
  { label: t('documents:column.issues'), share: 32, of: ({ issues }) => issues.map(({ code }) => code).join(', ') },
]

const tasksAnnex = (tasks: Task[], notice: Notice, t: Translate): Annex => ({
  number: null, title: t('documents:tasks.title'), reference: withNotice(notice, t), landscape: true, body: [paperTable(taskFields(t), tasks)],
})

export const tasksSheet = ({ conference, tasks }: ConclusionView, notice: Notice, t: Translate): Sheet =>
  sheetOf({ name: t('documents:tasks.sheet'), title: `${t('documents:tasks.title')}: ${conference.title}`, lead: withNotice(notice, t) }, taskFields(t), tasks)
