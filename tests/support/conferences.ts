import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from '#app/access/actor.ts'
import { openConference } from '#app/conferences/open-conference.server.ts'
import { commitImport } from '#app/imports/commit-import.server.ts'
import { previewImport } from '#app/imports/preview-import.server.ts'
import type { Db } from '#db/client.ts'
import { projectRoot } from '#db/project-root.ts'

/** The annex of 80 comments that the product ships. */
export const annexName = 'phu-luc-80-y-kien.xlsx'
export const annexBytes = () => readFileSync(join(projectRoot, 'db/seed/data', annexName))

export async function aConference(db: Db, by: Actor, title = 'Hội nghị đối thoại mẫu') {
  const { id } = await openConference(db, { title, heldOn: '2024-04-05', venue: undefined, chair: undefined, scheme: undefined }, by)
  return id
}

/** The shipped annex, previewed and committed. */
export async function importAnnex(db: Db, conferenceId: number, by: Actor) {
  const preview = await previewImport(db, conferenceId, { name: annexName, bytes: annexBytes() }, by)
  return { id: preview.id, ...(await commitImport(db, preview.id, by)) }
}
