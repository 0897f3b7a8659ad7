import type { Actor } from '#app/access/actor.ts'
import { conflict, notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { holdIssue, publicationGround, versionsOf } from '#db/queries/publications.ts'
import { seenOf } from './seen.ts'

export type Asked = { conference: number; code: string; seen: string; by: Actor; at?: Date }

/** The issue within what the person may see, and the version in work or public that their page showed; else somebody was first. */
export async function withVersion(tx: Db, { conference, code, seen, by }: Asked, of: 'newest' | 'published' = 'newest') {
  const found = (await publicationGround(tx, by, conference, code)) ?? notFound('issue')
  await holdIssue(tx, found.id)
  // read again behind the lock
  const ground = (await publicationGround(tx, by, conference, code)) ?? notFound('issue')
  const versions = await versionsOf(tx, ground.id)
  const version = of === 'newest' ? versions[0] : versions.find(({ state }) => state === 'published')
  if (seenOf(version) !== seen) conflict('publication')
  return { ground, version, versions }
}
