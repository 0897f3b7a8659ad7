import type { RecordedIssue } from '#db/queries/conference-record.ts'

/** What was asked, answered or promised in the hall, and when. */
export type Spoken = RecordedIssue & { at: Date; opens: boolean }

const instant = (text: string | null | undefined) => (text ? new Date(text) : undefined)
const first = (dates: (Date | undefined)[]) => dates.filter((date) => date !== undefined).sort((a, b) => a.getTime() - b.getTime())[0]

/**
 * The course of a meeting out of its record: everything said there in the order in which it was, and of what had been filed
 * before, what was answered on the spot or promised aloud. `opens` tells the first issue of a comment from its other parts.
 */
export function hallCourse(issues: readonly RecordedIssue[]): Spoken[] {
  const spoken = issues.flatMap((issue) => {
    const at = momentOf(issue)
    return at ? [{ ...issue, at }] : []
  })
  spoken.sort((a, b) => a.at.getTime() - b.at.getTime() || a.commentId - b.commentId || a.id - b.id)
  const opened = new Set<number>()
  return spoken.map((one) => {
    const opens = !opened.has(one.commentId)
    opened.add(one.commentId)
    return { ...one, opens }
  })
}

function momentOf({ channel, saidAt, receivedAt, onTheSpot, answer, promises }: RecordedIssue): Date | undefined {
  if (channel === 'hall' || channel === 'minutes') return saidAt ?? receivedAt
  return saidAt ?? first([onTheSpot ? instant(answer?.issuedAt) : undefined, ...promises.map((one) => instant(one.saidAt))])
}
