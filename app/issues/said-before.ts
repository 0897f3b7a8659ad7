import type { IssueParts } from '#db/queries/issue-parts.ts'
import type { StoryEvent } from '#db/queries/issue-story.ts'
import type { MoveName } from '#workflows/resolution/moves.ts'

export type SaidBefore = { move: MoveName; by: string | null; at: string; text: string }
type Ground = { events: StoryEvent[]; opinions: IssueParts['opinions']; unit: string | null; leadUnit: string | null }

/** The moves that one move answers, among those after which it would be about something else. */
const answersTo: Partial<Record<MoveName, { asked: MoveName[]; since: MoveName[] }>> = {
  route: { asked: ['handBack'], since: ['route', 'reroute'] },
  grantExtension: { asked: ['requestExtension'], since: [] },
  declineExtension: { asked: ['requestExtension'], since: [] },
  submitAnswer: { asked: ['returnForRedraft', 'dispute', 'reopen'], since: ['submitAnswer', 'approve'] },
}

/** What somebody asked for or objected to, which this move is the answer to: nobody should have to look for it further down. */
export function saidBefore(move: MoveName, { events, opinions, unit, leadUnit }: Ground): SaidBefore | null {
  if (move === 'giveOpinion') {
    const asked = opinions.findLast((one) => one.unit === unit && one.state === 'requested')
    return asked ? { move: 'requestOpinion', by: leadUnit, at: asked.askedAt, text: asked.question } : null
  }
  const last = lastAskedBy(move, events)
  return last?.note ? { move: last.move as MoveName, by: last.unitName, at: last.at.toISOString(), text: last.note } : null
}

/** The event that this move answers. */
export function lastAskedBy(move: MoveName, events: StoryEvent[]): StoryEvent | undefined {
  const { asked, since } = answersTo[move] ?? { asked: [], since: [] }
  const last = events.findLast((one) => [...asked, ...since].includes(one.move as MoveName))
  return last && asked.includes(last.move as MoveName) ? last : undefined
}
