import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { demoEmail } from '#app/access/demo-accounts.ts'
import { actorFrom } from '#app/access/lucia.server.ts'
import { openConference } from '#app/conferences/open-conference.server.ts'
import { commitImport } from '#app/imports/commit-import.server.ts'
import { previewImport } from '#app/imports/preview-import.server.ts'
import type { Db } from '#db/client.ts'
import { projectRoot } from '#db/project-root.ts'
import { conferences, imports, memberships, people, units } from '#db/schema/index.ts'

/** The conferences of the demo follow one another. */
export const demoSeries = 'Đối thoại với doanh nghiệp tại khu, cụm công nghiệp (Mẫu)'

const annex = 'phu-luc-80-y-kien.xlsx'
const conference = {
  title: 'Hội nghị đối thoại tháo gỡ khó khăn, thúc đẩy sản xuất kinh doanh đối với các doanh nghiệp tại khu, cụm công nghiệp',
  heldOn: '2024-04-05',
  newSeries: demoSeries,
}

/**
 * The demo conference with its 80 comments, entered as its coordinating office would: through the importer. Does again
 * only what an interrupted start left undone.
 */
export async function seedDemoConference(db: Db): Promise<void> {
  const by = await demoActor(db, demoEmail('coordinator'))
  const [known] = await db.select().from(conferences).where(eq(conferences.heldOn, conference.heldOn)).limit(1)
  const { id } = known ?? (await openConference(db, conference, by))
  const before = await db.select({ state: imports.state }).from(imports).where(eq(imports.conferenceId, id))
  if (before.some(({ state }) => state === 'committed')) return
  const bytes = readFileSync(join(projectRoot, 'db/seed/data', annex))
  const preview = await previewImport(db, id, { name: annex, bytes }, by)
  await commitImport(db, preview.id, by)
}

/** One of the demo's people, acting in their role. */
export async function demoActor(db: Db, email: string) {
  const [row] = await db
    .select({ person: people, membership: memberships, unitName: units.nameVi })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(units, eq(units.code, memberships.unit))
    .where(eq(people.email, email))
  if (!row) throw new Error('the demo people are not there yet')
  return actorFrom(row)
}
