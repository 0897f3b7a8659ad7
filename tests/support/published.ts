import { eq } from 'drizzle-orm'
import { approvePublication } from '#app/publication/approve-publication.server.ts'
import { publicationView } from '#app/publication/publication-view.server.ts'
import { publishApproved } from '#app/publication/publish-approved.server.ts'
import { savePublication } from '#app/publication/save-publication.server.ts'
import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'
import { conferences, conferenceSeries, issues, publications } from '#db/schema/index.ts'
import { anIssue, routeTo, walk, type aHouse } from './issues.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'

type House = Awaited<ReturnType<typeof aHouse>>

/** Two conferences of one series, the later one still to come. */
export async function aSeries(db: Db, name: string): Promise<[number, number]> {
  const [series] = await db.insert(conferenceSeries).values({ name }).returning()
  const of = (heldOn: string) => ({ title: `${name} ${heldOn}`, heldOn, seriesId: series!.id })
  const rows = await db.insert(conferences).values([of('2024-04-05'), of('2031-06-05')]).returning({ id: conferences.id })
  return [rows[0]!.id, rows[1]!.id]
}

/** Issues of a conference at each stage of their publication; one in `published` holds a promise. */
export async function publicationsAt(db: Db, house: House, conference: number) {
  const { coordinator, leader } = house
  const [none, draft, approved, published] = [await answered(db, house, conference), await answered(db, house, conference), await answered(db, house, conference), await answered(db, house, conference)]
  await walk(db, published.id, [[house.officer, samples.commit]])
  const text = { question: 'Đề nghị sớm cấp giấy chứng nhận.', answer: 'Sở đã cấp giấy chứng nhận.', reason: undefined }
  const seen = async (code: string) => (await publicationView(db, coordinator, { id: String(conference), code, language: 'vi' })).seen
  const asked = async (code: string, by: Actor) => ({ conference, code, seen: await seen(code), by })
  for (const { code } of [draft, approved, published]) {
    const draftOf = await asked(code, coordinator)
    await db.transaction((tx) => savePublication(tx, { ...draftOf, ...text }))
  }
  for (const { code } of [published, approved]) {
    const approvalOf = await asked(code, leader)
    await db.transaction((tx) => approvePublication(tx, approvalOf))
    if (code === published.code) await publish(db, conference, code, leader)
  }
  return { none: none.code, draft: draft.code, approved: approved.code, published: published.code }
}

async function answered(db: Db, { coordinator, officer, head, enterpriseId }: House, conferenceId: number) {
  const issue = await anIssue(db, { conferenceId, enterpriseId })
  await walk(db, issue.id, [[coordinator, routeTo('STNMT')], [officer, samples.accept], [officer, samples.submitAnswer], [head, samples.approve]])
  return issue
}

async function publish(db: Db, conference: number, code: string, by: Actor) {
  const rows = await db.select({ id: publications.id }).from(publications).innerJoin(issues, eq(issues.id, publications.issueId)).where(eq(issues.code, code))
  await db.transaction((tx) => publishApproved(tx, { conference, versions: rows.map(({ id }) => id), by }))
}
