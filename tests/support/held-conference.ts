import { eq } from 'drizzle-orm'
import { draftConclusion } from '#app/conclusions/draft-conclusion.server.ts'
import { conclusionView } from '#app/conclusions/conclusion-view.server.ts'
import { signOffConclusion } from '#app/conclusions/sign-off-conclusion.server.ts'
import { fileIssue } from '#app/issues/file-issue.server.ts'
import type { Db } from '#db/client.ts'
import { conferenceParticipants, conferences } from '#db/schema/index.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'
import { aConference } from './conferences.ts'
import { aHouse, anIssue, routeTo, walk } from './issues.ts'
import { anEnterprise } from './people.ts'

/** Half past eight in Hanoi, plus minutes. */
export const inHall = (minutes: number) => new Date(Date.UTC(2026, 3, 5, 1, 30 + minutes))
const before = new Date('2026-03-20T02:00:00Z')
const signature = { number: '761/TB-UBND', issuedOn: '2026-04-12', authority: 'TL. CHỦ TỊCH', signerPosition: 'CHÁNH VĂN PHÒNG', signerName: 'Nguyễn Văn Mẫu' }
const commit = (text: string, dueOn: string, saidAt?: Date): MoveInput =>
  ({ type: 'commit', text, ownerUnit: 'STNMT', responsible: undefined, dueOn, replaces: undefined, saidAt: saidAt?.toISOString() }) as MoveInput

/**
 * A conference that was held: filed before it, one answered, one owed, one answered on the spot and a complaint; spoken in
 * the hall, two comments, the first entered last, one of them with a promise kept late and one still running.
 */
export async function aHeldConference(db: Db) {
  const house = await aHouse(db)
  const { coordinator, secretary, officer, head } = house
  const conferenceId = await aConference(db, coordinator, 'Hội nghị đối thoại doanh nghiệp khu công nghiệp')
  await db.update(conferences).set({
    heldOn: '2026-04-05', openedAt: inHall(0), closedAt: inHall(180), chair: 'Phó Chủ tịch Trần Mẫu Đức', venue: 'Hội trường UBND Thành phố', minuteTaker: 'Lê Mẫu Hữu',
  }).where(eq(conferences.id, conferenceId))
  const filed = (text: string) => anIssue(db, { conferenceId, text, at: before })
  const answered = await filed('Đề nghị sớm cấp giấy chứng nhận quyền sử dụng đất cho lô CN3.')
  await walk(db, answered.id, [[coordinator, routeTo('STNMT')], [officer, samples.accept], [officer, samples.submitAnswer], [head, samples.approve]], new Date('2026-03-30T02:00:00Z'))
  const owed = await filed('=1+1 đề nghị giải phóng mặt bằng tuyến đường gom; Ế, Ữ, Đ.')
  await walk(db, owed.id, [[coordinator, routeTo('STNMT', { coordinatingUnits: ['STC'] })]], new Date('2026-03-21T02:00:00Z'))
  const complaint = await filed('Chúng tôi khiếu nại quyết định thu hồi đất số 12.')
  await walk(db, complaint.id, [[coordinator, samples.divert]], new Date('2026-03-23T02:00:00Z'))
  const onTheSpot = await filed('Đề nghị bố trí xe buýt cho công nhân.')
  await walk(db, onTheSpot.id, [[secretary, { type: 'answerOnTheSpot', leadUnit: 'STNMT', answeredBy: 'Giám đốc Sở Giao thông vận tải', text: 'Sẽ tăng chuyến từ tháng 5.' } as MoveInput]], inHall(40))
  const say = (text: string, minutes: number, enterpriseName: string) => db.transaction((tx) => fileIssue(tx, {
    by: secretary, text, channel: 'hall', conferenceId, group: 'land', enterprise: { name: enterpriseName }, saidAt: inHall(minutes), at: inHall(200 - minutes),
  }))
  await anEnterprise(db, 'Công ty TNHH Quặng Hữu Nghị')
  const second = await say('Nước thải cụm công nghiệp chưa được đấu nối.', 60, 'Công ty TNHH Thuở Ấy')
  const first = await say('Điện yếu vào giờ cao điểm.', 20, 'Công ty TNHH Quặng Hữu Nghị')
  await walk(db, first.id, [[secretary, samples.answerOnTheSpot], [secretary, commit('Nâng cấp trạm biến áp', '2026-05-31', inHall(25))]], inHall(190))
  await walk(db, second.id, [[secretary, samples.answerOnTheSpot], [secretary, commit('Hoàn thành trạm xử lý nước thải', '2026-12-31', inHall(66))]], inHall(195))
  await walk(db, first.id, [[officer, { ...samples.fulfil, commitment: 1 } as MoveInput]], new Date('2026-06-10T02:00:00Z'))
  await db.insert(conferenceParticipants).values([
    { conferenceId, kind: 'enterprise', enterpriseId: house.enterpriseId, delegate: 'Phạm Mẫu Ngữ', position: 'Giám đốc', attended: true, createdAt: before },
    { conferenceId, kind: 'unit', unit: 'STNMT', delegate: 'Đỗ Mẫu Ế', position: 'Phó Giám đốc', attended: false, createdAt: before },
    { conferenceId, kind: 'guest', delegate: 'Khách Mẫu', attended: null, createdAt: before },
  ])
  return { house, conferenceId, id: String(conferenceId), issues: { answered, owed, complaint, onTheSpot, first, second } }
}

/** Its notice of conclusions, drafted and, unless it shall stay a draft, signed off. */
export async function withNotice(db: Db, { conferenceId, house }: Awaited<ReturnType<typeof aHeldConference>>, signed = true) {
  await draftConclusion(db, conferenceId, house.secretary)
  const { notice } = await conclusionView(db, house.coordinator, String(conferenceId), 'vi')
  if (signed) await signOffConclusion(db, conferenceId, { ...signature, seen: notice!.seen }, house.coordinator)
}
