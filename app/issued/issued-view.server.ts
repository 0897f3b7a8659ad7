import type { Actor } from '#app/access/actor.ts'
import { notFound } from '#app/http/errors.ts'
import { readQuestion } from '#app/reports/read-question.ts'
import type { Db } from '#db/client.ts'
import { issuedById, takenSince } from '#db/queries/issued-figures.ts'
import { differencesOf, redefined, type Issued } from '#workflows/reports/issued.ts'
import { figuresOf } from './figures-of.server.ts'
import { hashOfIssued } from './issue-figures.server.ts'

/** A report as it was issued; `whole`: what is stored is what its hash was made of. */
export async function issuedView(db: Db, id: string | undefined) {
  const row = /^\d{1,15}$/.test(id ?? '') ? await issuedById(db, Number(id)) : undefined
  if (!row) return notFound('issued')
  const content = row.content as Issued
  return { id: row.id, content, sha256: row.sha256, whole: hashOfIssued(content) === row.sha256 && content.title === row.title && content.issuedAt === row.issuedAt.toISOString() }
}

/** Counts the same question as of the same instant again, from the events as they are today, and says what differs and what could explain it. */
export async function recountIssued(db: Db, by: Actor, content: Issued) {
  const asked = readQuestion(new URLSearchParams({ ...content.scope, by: content.by }))
  const question = { ...asked, asOf: new Date(content.asOf) }
  const [now, taken] = await Promise.all([figuresOf(db, by, question), takenSince(db, question, new Date(content.issuedAt))])
  return { at: new Date(), differences: differencesOf(content, now), redefined: redefined(content), taken, ofToday: content.by === 'zone' || content.by === 'district' || 'units' in content.scope }
}
export type Recount = Awaited<ReturnType<typeof recountIssued>>
