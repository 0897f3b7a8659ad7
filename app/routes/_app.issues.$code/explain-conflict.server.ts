import type { Actor } from '#app/access/actor.ts'
import type { Language } from '#app/i18n/instance.ts'
import { isOutsider } from '#app/issues/coordination.ts'
import { namer } from '#app/issues/names.ts'
import { tellFiler, tellStory, tellWhole } from '#app/issues/tell-story.ts'
import type { Db } from '#db/client.ts'
import { awaitingVersion, versionWithHash } from '#db/queries/answer-versions.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { issuePosition } from '#db/queries/issue-position.ts'
import { storyOf } from '#db/queries/issue-story.ts'
import { movesOpenTo } from '#workflows/resolution/advance.ts'
import type { MoveName } from '#workflows/resolution/moves.ts'
import { wordDiff } from '#workflows/text/word-diff.ts'

type Draft = { text: string; by: string | null; at: string; sha256: string }
type Ask = { id: number; move: MoveName; version: number; actor: Actor; language: Language; detail: Record<string, unknown> }

/** What somebody else did since the person opened the form, and whether the same move can still be made; nothing when the issue is out of reach. */
export async function explainConflict(db: Db, { id, move, version, actor, language, detail }: Ask) {
  const position = await issuePosition(db, id, actor)
  if (!position) return undefined
  const [events, directory] = await Promise.all([storyOf(db, id, version), directoryOf(db)])
  const filer = actor.role === 'enterprise' || actor.role === 'association'
  const { state, facts, row } = position
  const outsider = isOutsider(actor, row)
  const teller = { name: namer(directory, language), ...(outsider && { onlyFor: actor.unit }) }
  return {
    version: row.version,
    state,
    events: filer ? tellFiler(events, teller) : outsider ? tellStory(events, teller) : tellWhole(events, teller),
    draft: filer ? undefined : (detail.draft as Draft | undefined),
    texts: move === 'approve' && !filer && !outsider ? await textsOf(db, id, detail.sha256) : undefined,
    stillOpen: movesOpenTo({ state, facts }, { by: actor, at: new Date().toISOString() }).includes(move),
  }
}

/** The text the approver saw and the one that lies there now, where they differ. */
async function textsOf(db: Db, id: number, hash: unknown) {
  const [seen, now] = await Promise.all([versionWithHash(db, id, typeof hash === 'string' ? hash : ''), awaitingVersion(db, id)])
  return now && now.sha256 !== hash ? { seen, now, parts: seen ? wordDiff(seen.text, now.text) : undefined } : undefined
}
