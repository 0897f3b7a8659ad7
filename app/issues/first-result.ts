import type { StoryEvent } from '#db/queries/issue-story.ts'

/** How an issue had ended before it was taken up again: kept, because a second result must not pass for the first. */
export function firstResultOf(events: StoryEvent[], { firstAnsweredAt }: { firstAnsweredAt: Date | null }) {
  const reopened = events.find(({ move }) => move === 'dispute' || move === 'reopen')
  if (!reopened?.from) return null
  return { state: reopened.from, answeredAt: firstAnsweredAt?.toISOString() ?? null, reopenedAt: reopened.at.toISOString() }
}
