import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { answerInvitation, changeParticipant, markParticipant, removeParticipant } from '#app/conferences/change-participant.server.ts'
import { inviteParticipants } from '#app/conferences/invite-participants.server.ts'
import { openConference } from '#app/conferences/open-conference.server.ts'
import { participantsView } from '#app/conferences/participants-view.server.ts'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { sendDueMail } from '#app/notices/send-mail.server.ts'
import { invitationsOf } from '#db/queries/participants.ts'
import { associations, conferenceParticipants, enterprises, notices } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse } from '#tests/support/issues.ts'
import { aPerson, anEnterprise } from '#tests/support/people.ts'
import { invitedLines } from '#workflows/text/invited-lines.ts'

registerFromDisk()
const { db } = await testDatabase()
let house: Awaited<ReturnType<typeof aHouse>>
let outsider: Actor
const heldOn = '2027-03-10'
const before = new Date('2027-02-01T02:00:00Z')

beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db)
  outsider = await aPerson(db, 'enterprise', { enterpriseId: await anEnterprise(db) })
  await db.insert(enterprises).values([{ name: 'Công ty TNHH Mẫu Biết Mã', taxCode: '0100100079' }, { name: 'Công ty Trùng Tên Mẫu' }, { name: 'CÔNG TY TRÙNG TÊN MẪU' }])
})

const aMeeting = async () => (await openConference(db, { title: 'Hội nghị đối thoại mẫu', heldOn }, house.secretary)).id
const pasted = (lines: string) => invitedLines(lines).map(({ name, taxCode }) => ({ kind: 'enterprise' as const, name, taxCode }))
const invited = (id: number) => db.select().from(conferenceParticipants).where(eq(conferenceParticipants.conferenceId, id))
const view = (id: number, search = '') => participantsView(db, { id: String(id), search: new URLSearchParams(search), language: 'vi' }, before)

test('a pasted list invites whom it can, says of each other line what is wrong, and pasted again changes nothing', async () => {
  const id = await aMeeting()
  const list = 'Công ty TNHH Mẫu Khác ; 0100100079\nCông ty TNHH Mẫu Tinh\nCông ty Sai Mã ; 0100100078\nCông ty trùng tên mẫu\n\n0101243150'
  const first = await inviteParticipants(db, house.secretary, id, pasted(list), before)
  expect(first).toMatchObject([
    { name: 'Công ty TNHH Mẫu Biết Mã', already: false }, { name: 'Công ty TNHH Mẫu Tinh', already: false },
    { wrong: { key: 'filing:taxCodeCheck' } }, { wrong: { key: 'before:invalid.severalOfName' } }, { wrong: { key: 'before:invalid.unknownTaxCode' } },
  ])
  const again = await inviteParticipants(db, house.secretary, id, pasted(list), before)
  expect(again.filter((one) => 'already' in one && one.already)).toHaveLength(2)
  expect(await invited(id)).toHaveLength(2)
})

test('two secretaries who paste the same ninety enterprises at once invite ninety', async () => {
  const id = await aMeeting()
  const lines = Array.from({ length: 90 }, (_, n) => `Công ty TNHH Mẫu số ${n + 1}`).join('\n')
  await Promise.all([1, 2].map(() => inviteParticipants(db, house.secretary, id, pasted(lines), before)))
  expect(await invited(id)).toHaveLength(90)
  const { rows, next, counts } = await view(id)
  expect([rows.length, next, counts[0]]).toEqual([50, '2', { kind: 'enterprise', all: 90, invited: 90, confirmed: 0, declined: 0, attended: 0 }])
  expect((await view(id, 'cursor=2')).rows).toHaveLength(40)
  expect((await view(id, 'q=mau so 7')).rows.map(({ name }) => name)).toEqual(['Công ty TNHH Mẫu số 7', ...Array.from({ length: 10 }, (_, n) => `Công ty TNHH Mẫu số ${70 + n}`)])
})

test('associations, units and guests are invited too, each once', async () => {
  const id = await aMeeting()
  const [association] = await db.insert(associations).values({ name: 'Hiệp hội Mẫu Mời' }).returning()
  const all = [{ kind: 'association' as const, name: String(association!.id) }, { kind: 'unit' as const, name: 'STNMT' }, { kind: 'guest' as const, delegate: 'Ông Mẫu Khách' }]
  for (const invitee of [...all, ...all.slice(0, 2)]) expect(await inviteParticipants(db, house.coordinator, id, [invitee], before)).not.toMatchObject([{ wrong: {} }])
  expect((await view(id)).rows.map(({ kind, name }) => [kind, name])).toEqual([
    ['association', 'Hiệp hội Mẫu Mời'], ['unit', 'Sở Tài nguyên và Môi trường'], ['guest', 'Ông Mẫu Khách'],
  ])
  const nobody = [{ kind: 'association' as const, name: '999' }, { kind: 'unit' as const, name: 'XYZ' }]
  expect(await inviteParticipants(db, house.coordinator, id, nobody, before)).toMatchObject([{ wrong: {} }, { wrong: {} }])
})

test('an enterprise with an account is told, by mail too, reads its own invitation alone and answers it until the day is over', async () => {
  process.env.SMTP_URL = 'smtp://localhost:1'
  const id = await aMeeting()
  const [theirs, others] = [{ enterpriseId: house.enterpriseId }, { enterpriseId: outsider.enterpriseId! }]
  const names = await db.select({ id: enterprises.id, name: enterprises.name }).from(enterprises)
  const nameOf = ({ enterpriseId }: { enterpriseId: number }) => names.find((one) => one.id === enterpriseId)!.name
  await inviteParticipants(db, house.secretary, id, [theirs, others].map((one) => ({ kind: 'enterprise', name: nameOf(one) })), before)
  delete process.env.SMTP_URL
  const told = await db.select().from(notices).where(and(eq(notices.kind, 'conference.invited'), eq(notices.personId, house.enterprise.personId)))
  expect(told).toMatchObject([{ issueId: null, params: { title: 'Hội nghị đối thoại mẫu', date: '10/03/2027' } }])
  const letters: { subject: string; text: string }[] = []
  await sendDueMail(db, { origin: 'https://example.vn', send: async (letter) => void letters.push(letter) }, { now: () => before })
  expect(letters).toHaveLength(2)
  expect(letters[0]!.subject).toContain('Hội nghị đối thoại mẫu')
  expect(letters[0]!.text).toContain('https://example.vn/invitations')
  expect(letters[0]!.text).not.toContain('kiến nghị')

  const [mine] = await invitationsOf(db, house.enterprise)
  const [notMine] = await invitationsOf(db, outsider)
  expect(await invitationsOf(db, house.enterprise)).toHaveLength(1)
  for (const by of [house.officer, house.secretary, house.leader]) expect(await invitationsOf(db, by)).toEqual([])
  await answerInvitation(db, house.enterprise, { id: mine!.id, state: 'confirmed', delegate: 'Bà Mẫu Đi', position: 'Giám đốc' }, before)
  expect((await view(id, 'state=confirmed')).rows).toMatchObject([{ id: mine!.id, delegate: 'Bà Mẫu Đi', position: 'Giám đốc' }])
  await expect(answerInvitation(db, house.enterprise, { id: notMine!.id, state: 'declined' }, before)).rejects.toMatchObject({ status: 404 })
  await answerInvitation(db, house.enterprise, { id: mine!.id, state: 'declined' }, new Date('2027-03-10T16:59:00Z'))
  await expect(answerInvitation(db, house.enterprise, { id: mine!.id, state: 'confirmed' }, new Date('2027-03-10T17:00:00Z'))).rejects.toMatchObject({ status: 409 })
})

test('only who makes the conference invites, marks and removes, and who came stays on the list', async () => {
  const id = await aMeeting()
  const other = await aMeeting()
  const [one] = await inviteParticipants(db, house.secretary, id, [{ kind: 'guest', delegate: 'Bà Mẫu' }], before)
  const participant = (one as { id: number }).id
  for (const by of [house.enterprise, house.officer, house.head, house.leader]) {
    await expect(inviteParticipants(db, by, id, [{ kind: 'guest', delegate: 'x' }])).rejects.toMatchObject({ status: 403 })
    await expect(markParticipant(db, by, id, { id: participant, mark: 'came' })).rejects.toMatchObject({ status: 403 })
    await expect(removeParticipant(db, by, id, participant)).rejects.toMatchObject({ status: 403 })
  }
  await expect(markParticipant(db, house.secretary, other, { id: participant, mark: 'came' })).rejects.toMatchObject({ status: 404 })
  for (const mark of ['came', 'came'] as const) await markParticipant(db, house.secretary, id, { id: participant, mark })
  expect((await view(id)).counts[3]).toMatchObject({ kind: 'guest', all: 1, attended: 1 })
  await expect(removeParticipant(db, house.secretary, id, participant)).rejects.toMatchObject({ status: 409 })
  await markParticipant(db, house.secretary, id, { id: participant, mark: 'missing' })
  await changeParticipant(db, house.secretary, id, { id: participant, state: 'confirmed', position: 'Luật sư' })
  expect(await invited(id)).toMatchObject([{ delegate: 'Bà Mẫu', position: 'Luật sư', state: 'confirmed', attended: false }])
  await removeParticipant(db, house.secretary, id, participant)
  expect(await invited(id)).toEqual([])
})
