import type { Actor } from '#app/access/actor.ts'
import { conferenceAsked } from '#app/conferences/conference-asked.server.ts'
import { notFound } from '#app/http/errors.ts'
import type { Language } from '#app/i18n/instance.ts'
import { translator } from '#app/i18n/instance.ts'
import { namer } from '#app/issues/names.ts'
import type { Db } from '#db/client.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { publicationGround, versionsOf, type Ground } from '#db/queries/publications.ts'
import { redact, redactedKinds, type RedactedKind } from '#workflows/publication/redact.ts'
import { mayApprove, mayDraft, mayPublish } from './may.ts'
import { seenOf } from './seen.ts'

type Asked = { id: string | undefined; code: string; language: Language }

/** One publication beside what it is drawn from: the text in work or proposed, what was taken out, and what may be done. */
export async function publicationView(db: Db, by: Actor, { id, code, language }: Asked) {
  const conference = await conferenceAsked(db, id)
  const ground = (await publicationGround(db, by, conference.id, code)) ?? notFound('issue')
  const [versions, directory] = await Promise.all([versionsOf(db, ground.id), directoryOf(db)])
  const newest = versions[0]
  if (!newest && !ground.publishable) notFound('issue')
  const standing = versions.find(({ state }) => state === 'published')
  const inWork = newest?.state === 'draft' || newest?.state === 'approved' ? newest : undefined
  const proposed = proposal(ground)
  const text = newest ?? { question: proposed.question.text, answer: proposed.answer.text }
  return {
    conference: { id: conference.id, title: conference.title },
    issue: { code: ground.code, text: ground.text, answer: ground.answer, enterprise: ground.enterprise, leadUnit: ground.leadUnit && namer(directory, language).unit(ground.leadUnit) },
    stage: newest?.state ?? ('none' as const), standing: standing !== undefined, correcting: standing !== undefined && newest === standing,
    text: { question: text.question, answer: text.answer },
    taken: [...proposed.question.taken, ...proposed.answer.taken],
    left: newest ? [newest.question, newest.answer].flatMap((one) => redact(one, ground, marks()).taken) : [],
    seen: seenOf(newest), seenStanding: seenOf(standing),
    mayDraft: mayDraft(by) && ground.publishable,
    mayApprove: inWork?.state === 'draft' && ground.publishable && mayApprove(by, inWork.draftedBy),
    ownDraft: inWork?.state === 'draft' && inWork.draftedBy === by.personId,
    mayWithdraw: standing !== undefined && mayPublish(by),
    versions: versions.map(({ number, state, draftedAt, approvedAt, publishedAt, withdrawnAt, withdrawnBecause }) => ({ number, state, draftedAt, approvedAt, publishedAt, withdrawnAt, withdrawnBecause })),
  }
}

/** In the language of what is published, whoever looks at it. */
const marks = () => Object.fromEntries(redactedKinds.map((kind) => [kind, translator('vi')(`publication:taken.kind.${kind}`)])) as Record<RedactedKind, string>

const proposal = (ground: Ground) => ({ question: redact(ground.text, ground, marks()), answer: redact(ground.answer ?? '', ground, marks()) })

export type PublicationView = Awaited<ReturnType<typeof publicationView>>
