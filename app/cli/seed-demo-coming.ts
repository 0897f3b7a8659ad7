import { asc } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { demoEmail } from '#app/access/demo-accounts.ts'
import { markParticipant } from '#app/conferences/change-participant.server.ts'
import { confirmSuggestions } from '#app/conferences/confirm-suggestions.server.ts'
import { inviteParticipants, type Invitee } from '#app/conferences/invite-participants.server.ts'
import { openConference } from '#app/conferences/open-conference.server.ts'
import { openPublicForm } from '#app/conferences/public-form.server.ts'
import { fileIssue } from '#app/issues/file-issue.server.ts'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import type { Db } from '#db/client.ts'
import { associations, enterprises } from '#db/schema/index.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { dateOf, dayNumber } from '#workflows/deadlines/local-day.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { demoActor, demoSeries } from './seed-demo-conference.ts'

/** What enterprises have already said to the conference that is to come; invented, like all of the demo. */
const said = [
  { text: 'Công ty Mẫu nộp hồ sơ gia hạn thuê đất từ tháng 3 nhưng chưa được trả kết quả. Đề nghị cho biết hồ sơ đang vướng ở đâu và thời điểm trả kết quả.', group: 'land' },
  { text: 'Đường gom vào cụm công nghiệp còn 400 m chưa giải phóng mặt bằng. Đề nghị có kế hoạch bàn giao mặt bằng.', group: 'clearance' },
  { text: 'Thủ tục cấp phép môi trường yêu cầu nộp lại bản giấy sau khi đã nộp trực tuyến. Đề nghị bỏ yêu cầu này.', group: 'admin' },
  { text: 'Đề nghị hướng dẫn doanh nghiệp nhỏ tiếp cận quỹ bảo lãnh tín dụng của Thành phố.', group: null },
]

/** The next conference of the demo's series, three weeks ahead and half prepared, so that every page before a meeting shows something. */
export function seedComingConference(db: Db, now = new Date()): Promise<void> {
  return db.transaction(async (tx) => {
    const by = await demoActor(tx, demoEmail('coordinator'))
    const today = dayNumber(localDate(now, (await rulesOf(tx)).calendar))
    const { id } = await openConference(tx, {
      title: 'Hội nghị đối thoại với doanh nghiệp tại khu, cụm công nghiệp (Mẫu, kỳ tiếp theo)', theme: 'Thủ tục đất đai và giải phóng mặt bằng',
      series: demoSeries, heldOn: dateOf(today + 21), collectUntil: dateOf(today + 7), answersDueOn: dateOf(today + 14),
      venue: 'Hội trường Mẫu, Trụ sở UBND Thành phố', chair: 'Phó Chủ tịch UBND Thành phố (Mẫu)',
    }, by)
    await openPublicForm(tx, by, id, now)
    await invite(tx, by, id, now)
    await collect(tx, by, id, now)
  })
}

async function invite(tx: Db, by: Actor, conference: number, at: Date) {
  const [known, [association]] = await Promise.all([
    tx.select({ name: enterprises.name, taxCode: enterprises.taxCode }).from(enterprises).orderBy(asc(enterprises.id)).limit(12),
    tx.select({ id: associations.id }).from(associations).limit(1),
  ])
  const invitees: Invitee[] = [
    ...known.map(({ name, taxCode }) => ({ kind: 'enterprise' as const, name, taxCode: taxCode ?? '' })),
    ...(association ? [{ kind: 'association' as const, name: String(association.id) }] : []),
    { kind: 'unit', name: 'VPUB', delegate: 'Phạm Văn Mẫu Dũng', position: 'Chuyên viên' },
    { kind: 'guest', delegate: 'Nguyễn Thị Mẫu Khách', position: 'Chuyên gia' },
  ]
  const invited = await inviteParticipants(tx, by, conference, invitees, at)
  const ids = invited.flatMap((one) => ('id' in one ? [one.id] : []))
  for (const [index, id] of ids.slice(1, 7).entries()) await markParticipant(tx, by, conference, { id, mark: index === 5 ? 'declined' : 'confirmed' })
}

/** The first is in its unit's hands, the second waits for its unit, the others for the office. */
async function collect(tx: Db, by: Actor, conferenceId: number, at: Date) {
  const speakers = await tx.select({ id: enterprises.id }).from(enterprises).orderBy(asc(enterprises.id)).limit(said.length)
  for (const [index, one] of said.entries()) {
    const { id, version } = await fileIssue(tx, { ...one, by, channel: 'form', conferenceId, enterprise: speakers[index], at })
    if (index > 1) continue
    const [routed] = await confirmSuggestions(tx, [{ id, version }], by, true)
    if (index > 0 || !routed || !('leadUnit' in routed)) continue
    const officer = await demoActor(tx, demoEmail(`officer.${routed.leadUnit}`))
    await moveIssue(tx, { id, version: version + 1, move: { type: 'accept', note: undefined }, by: officer, at })
  }
}
