import type { Actor } from '#app/access/actor.ts'
import { Conflict } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { renewPresence } from '#db/queries/presences.ts'
import { requireDrafting, saveDraft } from './save-draft.server.ts'

export type TheirDraft = { text: string; sha256: string; at: string; by: string | null }
export type Autosaved = { writing: string[]; saved?: { sha256: string; at: string }; theirs?: TheirDraft }

type Request = { id: number; by: Actor; at?: Date; /** Left out by a page that only says it is still open. */ draft?: { text: string; seen: string | string[]; tried?: string } }

/**
 * What a page sends by itself while an answer is written: that somebody is at it and, where they typed, the text. A draft
 * that a colleague saved meanwhile is not overwritten but returned. Throws `Refused` where nobody may draft any more.
 */
export async function autosave(db: Db, { id, by, at = new Date(), draft }: Request): Promise<Autosaved> {
  if (!draft) await requireDrafting(db, id, by, at)
  const kept = draft ? await keep(() => saveDraft(db, { id, ...draft, by, at })) : {}
  return { ...kept, writing: await renewPresence(db, id, by, at) }
}

async function keep(save: () => Promise<{ sha256: string; at: string }>): Promise<Omit<Autosaved, 'writing'>> {
  try {
    return { saved: await save() }
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    return { theirs: error.detail.draft as TheirDraft }
  }
}
