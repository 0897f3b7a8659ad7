import { and, desc, eq, isNull, notInArray, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { enterCluster, quitCluster } from '#db/queries/cluster-members.ts'
import type { PositionRow } from '#db/queries/issue-position.ts'
import {
  answers, issueCoordinatingUnits, pastCoordinations, routingDecisions, upwardLetters, urges,
} from '#db/schema/index.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import type { Step } from '#workflows/resolution/advance.ts'
import type { Facts } from '#workflows/resolution/facts.ts'
import { isAnswered } from '#workflows/resolution/states.ts'
import { answerHash } from './answer-hash.server.ts'
import { recordOpinions } from './record-opinions.server.ts'
import type { Rules } from './rules.server.ts'
import { raisePart } from './raise-issue.server.ts'
import { recordTransfer } from './record-transfer.server.ts'
import { recordCommitment } from './record-commitment.server.ts'
import { recordVerdict } from './record-verdict.server.ts'

/** The rows a move leaves beside the issue: units, answers, opinions, commitments, letters, the other half of a split. */
export async function recordParts(db: Db, before: PositionRow, step: Step, rules: Rules): Promise<void> {
  const { move } = step
  const at = new Date(move.at)
  const issueId = before.id
  await recordOpinions(db, issueId, step, rules)
  switch (move.type) {
    case 'route':
    case 'reroute':
      await replaceUnits(db, issueId, step.to.facts, at)
      return recordDecision(db, before, step)
    case 'split':
      return raisePart(db, before, move, rules)
    case 'transferUnit':
      await replaceUnits(db, issueId, step.to.facts, at)
      return recordTransfer(db, issueId, step)
    case 'joinCluster':
      await enterCluster(db, issueId, move.cluster)
      return
    case 'leaveCluster':
      return quitCluster(db, issueId, move.by, at)
    case 'requestOpinion':
      await replaceUnits(db, issueId, step.to.facts, at)
      return
    case 'urge':
      await db.insert(urges).values({ issueId, unit: move.unit, urgedBy: move.by.personId, at, on: localDate(at, rules.calendar) })
      return
    case 'submitAnswer':
      return submitText(db, issueId, move.by.personId, at, { text: move.text, kind: 'answer', files: move.files })
    case 'refuse':
      await submitText(db, issueId, move.by.personId, at, { text: move.text, kind: 'refusal', legalGround: move.legalGround, files: move.files })
      if (step.to.state === 'refused') await stampLast(db, issueId, { issuedAt: at, approvedBy: move.by.personId })
      return
    case 'answerOnTheSpot':
      await submitText(db, issueId, move.by.personId, at, { text: move.text, kind: 'answer', answeredBy: move.answeredBy, files: move.files })
      return stampLast(db, issueId, { issuedAt: at })
    case 'approve': {
      const { letterNumber, letterDate } = move
      const final = isAnswered(step.to.state) || step.to.state === 'refused'
      return stampLast(db, issueId, { approvedBy: move.by.personId, letterNumber, letterDate, ...(final && { issuedAt: at }) })
    }
    case 'returnForRedraft':
      return stampLast(db, issueId, {
        returnedAt: at, returnedBy: move.by.personId, returnNote: move.note, approvedBy: null, letterNumber: null, letterDate: null,
      })
    case 'commit':
    case 'slip':
    case 'grantSlip':
    case 'declineSlip':
    case 'break':
    case 'fulfil':
      return recordCommitment(db, issueId, step)
    case 'confirmSolved':
      await recordCommitment(db, issueId, step)
      return recordVerdict(db, issueId, step)
    case 'dispute':
      return recordVerdict(db, issueId, step)
    case 'escalateUpward':
      return letter(db, issueId, 'sent', move, move.authority)
    case 'chaseUpward':
      return letter(db, issueId, 'chased', move)
    case 'upwardAnswered':
      return letter(db, issueId, 'answered', move, undefined, move.text)
  }
}

/** Who stays is left as it is; who goes is kept with the time it had, for reports of past days. */
async function replaceUnits(db: Db, issueId: number, { coordinatingUnits: units }: Facts, at: Date) {
  const gone = await db
    .delete(issueCoordinatingUnits)
    .where(and(eq(issueCoordinatingUnits.issueId, issueId), units.length ? notInArray(issueCoordinatingUnits.unit, units) : undefined))
    .returning()
  if (gone.length) await db.insert(pastCoordinations).values(gone.map((one) => ({ ...one, until: at }))).onConflictDoNothing()
  if (units.length) await db.insert(issueCoordinatingUnits).values(units.map((unit) => ({ issueId, unit, since: at }))).onConflictDoNothing()
}

async function recordDecision(db: Db, before: PositionRow, { move }: Step) {
  if (move.type !== 'route' && move.type !== 'reroute') return
  const suggestion = before.suggestion as { leadUnit?: string; topic?: string } | null
  await db.insert(routingDecisions).values({
    issueId: before.id,
    suggestedLead: suggestion?.leadUnit ?? null,
    suggestedTopic: suggestion?.topic ?? null,
    decidedLead: move.leadUnit,
    decidedTopic: move.topic ?? before.topic,
    decidedBy: move.by.personId,
    decidedAt: new Date(move.at),
    suggestion,
  })
}

type Submission = { text: string; kind: 'answer' | 'refusal'; legalGround?: string; answeredBy?: string; files?: { id: number }[] }

/** A draft on the table becomes the version that is sent; without one, or after one was sent, a new version begins. */
async function submitText(db: Db, issueId: number, personId: number | null, at: Date, { files, ...submission }: Submission) {
  const values = { ...submission, sha256: answerHash({ ...submission, files }), draftedBy: personId, draftedAt: at, submittedAt: at }
  const drafts = await db
    .update(answers)
    .set(values)
    .where(and(eq(answers.issueId, issueId), isNull(answers.submittedAt)))
    .returning({ id: answers.id })
  if (drafts.length) return
  await db.insert(answers).values({ issueId, ...values, number: nextNumber(issueId) })
}

export const nextNumber = (issueId: number) =>
  sql<number>`(select coalesce(max(a.number), 0) + 1 from answers a where a.issue_id = ${issueId})`

async function stampLast(db: Db, issueId: number, values: Partial<typeof answers.$inferInsert>) {
  const [last] = await db
    .select({ id: answers.id })
    .from(answers)
    .where(eq(answers.issueId, issueId))
    .orderBy(desc(answers.number))
    .limit(1)
  if (last) await db.update(answers).set(values).where(eq(answers.id, last.id))
}

type Letter = { letterNumber: string; letterDate: string }

async function letter(db: Db, issueId: number, kind: 'sent' | 'chased' | 'answered', of: Letter, authority?: string, text?: string) {
  await db.insert(upwardLetters).values({ issueId, kind, authority, number: of.letterNumber, date: of.letterDate, text })
}
