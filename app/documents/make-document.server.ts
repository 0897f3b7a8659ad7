import type { Actor } from '#app/access/actor.ts'
import { byOf } from '#app/access/actor.ts'
import { conclusionView } from '#app/conclusions/conclusion-view.server.ts'
import { sheetView } from '#app/conferences/sheet-view.server.ts'
import { conferenceAsked } from '#app/conferences/conference-asked.server.ts'
import { notFound } from '#app/http/errors.ts'
import { translator } from '#app/i18n/instance.ts'
import { namer } from '#app/issues/names.ts'
import { formatDate, formatDateTime } from '#app/ui/format.ts'
import type { Db } from '#db/client.ts'
import { attendanceOf } from '#db/queries/attendance.ts'
import { conferenceRecord } from '#db/queries/conference-record.ts'
import { directoryOf } from '#db/queries/directory.ts'
import type { Paper } from '#workflows/documents/official.ts'
import { contentsPaper, contentsSheet, type Contents } from './contents-paper.ts'
import { nameKeys, type DocumentName, type FileFormat } from './documents.ts'
import type { Sheet } from './fields.ts'
import { figuresPaper, figuresSheet } from './figures-paper.ts'
import { handlingPaper } from './handling-paper.ts'
import { issuingOf } from './issuing.ts'
import { minutesPaper } from './minutes-paper.ts'
import { noticePaper, tasksSheet } from './notice-paper.ts'
import { renderPaper } from './render-paper.server.ts'
import { toXlsx } from './xlsx.server.ts'

export type Wanted = { id: string | undefined; document: DocumentName; now?: Date }

/** The words of a paper: official papers are in Vietnamese, whoever asks for them. */
const words = () => translator('vi')

/**
 * A paper of a conference as far as the person may see what it tells: a notice that only its drafters see is not there for
 * others, and every issue in it is one of theirs.
 */
export async function paperOf(db: Db, by: Actor, { id, document, now = new Date() }: Wanted): Promise<Paper> {
  const t = words()
  const { notice, view } = await noticeOf(db, by, id)
  switch (document) {
    case 'conclusion':
    case 'tasks':
      return noticePaper(view, notice ?? notFound('conclusion'), t)
    case 'figures':
      return figuresPaper(await sheetView(db, by, id, 'vi', now), notice, t)
    case 'contents':
      return contentsPaper(await contentsOf(db, by, id, now), notice, t)
    case 'minutes':
      return minutesPaper(await minutesOf(db, by, id), issuingOf(notice, t), t)
    case 'handling':
      return handlingPaper(await contentsOf(db, by, id, now), await sheetView(db, by, id, 'vi', now), notice, t)
  }
}

async function sheetFor(db: Db, by: Actor, { id, document, now = new Date() }: Wanted): Promise<Sheet> {
  const t = words()
  if (document === 'figures') return figuresSheet(await sheetView(db, by, id, 'vi', now), t)
  if (document === 'contents') return contentsSheet(await contentsOf(db, by, id, now), t)
  const { notice, view } = await noticeOf(db, by, id)
  return tasksSheet(view, notice ?? notFound('conclusion'), t)
}

/** The file of a document, and what it is called. */
export async function makeDocument(db: Db, by: Actor, wanted: Wanted, format: FileFormat): Promise<{ name: string; bytes: Uint8Array }> {
  const { heldOn } = await conferenceAsked(db, wanted.id)
  const name = `${words()(nameKeys[wanted.document])} ${formatDate(heldOn).replaceAll('/', '-')}.${format}`
  const bytes = format === 'xlsx' ? await toXlsx(await sheetFor(db, by, wanted)) : await renderPaper(await paperOf(db, by, wanted), format)
  return { name, bytes }
}

async function noticeOf(db: Db, by: Actor, id: string | undefined) {
  const view = await conclusionView(db, by, id, 'vi')
  return { view, notice: view.notice ?? undefined }
}

async function contentsOf(db: Db, by: Actor, id: string | undefined, now: Date): Promise<Contents> {
  const conference = await conferenceAsked(db, id)
  const [issues, directory] = await Promise.all([conferenceRecord(db, byOf(by), conference.id, now), directoryOf(db)])
  const today = formatDate(now).split('/').reverse().join('-')
  const lead = words()('conferences:sheet.lead', { held: formatDate(conference.heldOn), at: formatDateTime(now) })
  return { title: conference.title, lead, issues, name: namer(directory, 'vi'), today }
}

async function minutesOf(db: Db, by: Actor, id: string | undefined) {
  const conference = await conferenceAsked(db, id)
  const [issues, attendance, directory] = await Promise.all([conferenceRecord(db, byOf(by), conference.id), attendanceOf(db, conference.id), directoryOf(db)])
  return { conference, issues, attendance, name: namer(directory, 'vi') }
}
