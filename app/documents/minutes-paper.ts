import type { Translate } from '#app/i18n/instance.ts'
import type { Namer } from '#app/issues/names.ts'
import { formatDate, formatTime } from '#app/ui/format.ts'
import type { Attendance } from '#db/queries/attendance.ts'
import type { RecordedIssue } from '#db/queries/conference-record.ts'
import { bold, closed, heading, italic, paragraph, text, type Annex, type Block, type Paper } from '#workflows/documents/official.ts'
import { dayInWords, numberLine, pointLetter } from '#workflows/documents/wording.ts'
import { isWithheld } from './contents-paper.ts'
import { paperTable } from './fields.ts'
import { hallCourse, type Spoken } from './hall-course.ts'
import { inSentence, type Issuing } from './issuing.ts'

export type Minutes = {
  conference: { title: string; heldOn: string; venue: string | null; chair: string | null; openedAt: Date | null; closedAt: Date | null; minuteTaker: string | null }
  attendance: Attendance
  issues: RecordedIssue[]
  name: Namer
}

/** Minutes in the order of Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.10: when, where, who, what was said, the end, two signatures. */
export function minutesPaper(of: Minutes, { issuer, issuerAbove }: Issuing, t: Translate): Paper {
  const { conference, attendance } = of
  const moment = (at: Date | null) => (at ? t('documents:minutes.moment', { time: hour(at, t), day: dayOf(at) }) : t('documents:minutes.noTime', { day: dayInWords(conference.heldOn) }))
  const body: Block[] = [
    labelled(t('documents:minutes.began'), moment(conference.openedAt)),
    labelled(t('documents:minutes.place'), conference.venue ?? '……'),
    labelled(t('documents:minutes.present'), presentWords(attendance, t)),
    labelled(t('documents:minutes.chair'), conference.chair ?? '……'),
    labelled(t('documents:minutes.taker'), conference.minuteTaker ?? '……'),
    heading(t('documents:minutes.course')),
    ...course(of, t),
    paragraph(closed(t('documents:minutes.ended', { name: conference.title, moment: moment(conference.closedAt) }))),
  ]
  return {
    title: `${t('documents:minutes.name')}: ${conference.title}`,
    letter: {
      issuerAbove, issuer, number: numberLine(null, 'minutes', issuer), dated: null, draft: false, type: t('documents:minutes.type'), abstract: conference.title,
      body, recipients: t('documents:minutes.recipients').split('\n'),
      signatures: [
        { authority: null, position: t('documents:minutes.signsLeft'), name: conference.minuteTaker },
        { authority: null, position: t('documents:minutes.signsRight'), name: conference.chair },
      ],
    },
    annexes: attendance.length > 0 ? [attendanceAnnex(of, t)] : [],
  }
}

/** With the stop that a sentence ends with. */
const ended = (words: string) => words.trim().replace(/[^.!?…:;]$/, '$&.')
const labelled = (label: string, words: string): Block => paragraph([bold(label), text(` ${words}`)])

/** «08 giờ 30 phút» */
function hour(at: Date, t: Translate): string {
  const [hours, minutes] = formatTime(at).split(':')
  return t('documents:minutes.hour', { hours, minutes })
}
const dayOf = (at: Date) => dayInWords(formatDate(at).split('/').reverse().join('-'))

/** How many of those invited came, kind by kind; nobody is called absent whose presence was not looked at. */
function presentWords(attendance: Attendance, t: Translate): string {
  const kinds = [...new Set(attendance.map(({ kind }) => kind))]
  if (kinds.length === 0) return t('documents:minutes.nobodyListed')
  const counts = kinds.map((kind) => {
    const invited = attendance.filter((one) => one.kind === kind)
    const looked = invited.some(({ attended }) => attended !== null)
    return t(`documents:minutes.${looked ? 'cameOf' : 'invited'}`, { kind: t(`documents:kind.${kind}`), count: invited.filter(({ attended }) => attended).length, of: invited.length })
  })
  return t('documents:minutes.presentList', { counts: counts.join('; ') })
}

/** Each comment as it was said, and under it what was answered and promised there and then. */
function course({ issues, name }: Minutes, t: Translate): Block[] {
  const spoken = hallCourse(issues)
  if (spoken.length === 0) return [paragraph(t('documents:minutes.nothingSaid'))]
  let number = 0
  return spoken.flatMap((one) => {
    if (one.opens) number += 1
    return [...(one.opens ? [opening(one, number, t)] : []), ...replies(one, name, t)]
  })
}

function opening(one: Spoken, number: number, t: Translate): Block {
  const who = isWithheld(one) ? t('documents:minutes.unnamed') : (one.enterprise ?? t('documents:minutes.unnamed'))
  const said = isWithheld(one) ? t('documents:withheld') : one.text
  return paragraph([bold(`${number}. ${who}`), italic(` (${hour(one.at, t)}, ${one.code})`), text(`: ${said}`)])
}

function replies(one: Spoken, name: Namer, t: Translate): Block[] {
  if (isWithheld(one)) return []
  const answer = one.onTheSpot && one.answer ? [t('documents:minutes.answered', { by: one.answer.answeredBy ?? name.unit(one.leadUnit ?? ''), text: ended(one.answer.text) })] : []
  const promises = one.promises.filter(({ saidAt }) => saidAt !== null).map((promise) => t('documents:minutes.promised', {
    text: promise.text.trim().replace(/\.$/, ''), unit: name.unit(promise.ownerUnit), due: formatDate(promise.firstDueOn), time: hour(new Date(promise.saidAt!), t),
  }))
  const part = one.opens ? '' : t('documents:minutes.part', { text: one.text })
  return [...(part ? [part] : []), ...answer, ...promises].map((words, at) => paragraph(`${pointLetter(at)}) ${words}`))
}

function attendanceAnnex({ conference, attendance }: Minutes, t: Translate): Annex {
  const came = (attended: boolean | null) => t(`documents:minutes.${attended === null ? 'notLooked' : attended ? 'came' : 'absent'}`)
  const fields = [
    { label: t('documents:column.number'), share: 12, align: 'center' as const, of: (_: Attendance[number], at: number) => at + 1 },
    { label: t('documents:column.participant'), share: 62, of: ({ name, delegate }: Attendance[number]) => name ?? delegate },
    { label: t('documents:column.delegate'), share: 38, of: ({ name, delegate }: Attendance[number]) => (name ? delegate : '') },
    { label: t('documents:column.position'), share: 32, of: ({ position }: Attendance[number]) => position },
    { label: t('documents:column.attended'), share: 21, align: 'center' as const, of: ({ attended }: Attendance[number]) => came(attended) },
  ]
  const list = paperTable(fields, attendance, { bandOf: ({ kind }) => t(`documents:kind.${kind}`) })
  return {
    number: null, title: t('documents:minutes.attendance'), landscape: false, body: [list],
    reference: t('documents:minutes.with', { name: inSentence(conference.title), day: dayInWords(conference.heldOn) }),
  }
}
