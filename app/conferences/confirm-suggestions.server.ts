import type { Actor } from '#app/access/actor.ts'
import { isExpected, NotFound, Refused } from '#app/http/errors.ts'
import type { Message } from '#app/i18n/message.ts'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import type { Db } from '#db/client.ts'
import { issuePosition } from '#db/queries/issue-position.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'
import type { Suggestion } from '#workflows/routing/types.ts'

export type Chosen = { id: number; version: number }
export type Confirmation = { id: number; code: string; leadUnit: string } | { id: number; code: string; refused: Message }

/** Words of another legal track: such an issue is routed by a person who has read it, never in a batch. */
const needsReading = ['looksLikeComplaint', 'looksLikeDenunciation']

/**
 * Routes each chosen issue as suggested, through the one door. Each is done wholly or refused with its reason, and one
 * refused does not hold up the others. `read` says that the person confirmed this one by itself.
 */
export async function confirmSuggestions(db: Db, chosen: Chosen[], by: Actor, read = false): Promise<Confirmation[]> {
  const results: Confirmation[] = []
  // in one order for all: two people confirming the same rows at once must not wait for each other
  for (const one of chosen.toSorted((a, b) => a.id - b.id)) results.push(await confirmOne(db, one, by, read))
  return results
}

async function confirmOne(db: Db, { id, version }: Chosen, by: Actor, read: boolean): Promise<Confirmation> {
  const position = await issuePosition(db, id, by)
  const code = position?.row.code ?? String(id)
  try {
    if (!position) throw new NotFound({ key: 'common:errors.notFound' })
    const suggestion = position.row.suggestion as Suggestion | null
    if (!suggestion) throw new Refused({ key: 'conferences:triage.noSuggestion' })
    if (!read && suggestion.reasons.some(({ key }) => needsReading.includes(key))) throw new Refused({ key: 'conferences:triage.needsReading' })
    await moveIssue(db, { id, version, by, move: asSuggested(suggestion, position.row.group) })
    return { id, code, leadUnit: suggestion.leadUnit }
  } catch (error) {
    if (!isExpected(error)) throw error
    return { id, code, refused: error.reason }
  }
}

/** The group under which the conference entered it stands; the suggestion fills what nobody said. */
const asSuggested = ({ leadUnit, coordinatingUnits, topic, ...suggestion }: Suggestion, group: string | null): MoveInput => ({
  type: 'route',
  leadUnit,
  coordinatingUnits,
  group: group ?? suggestion.group,
  topic,
  deadlineClass: coordinatingUnits.length > 0 ? 'severalUnits' : 'simple',
  needsLeader: false,
  note: undefined,
})
