import { and, eq } from 'drizzle-orm'
import { Invalid } from '#app/http/errors.ts'
import type { Message } from '#app/i18n/message.ts'
import type { Db } from '#db/client.ts'
import { commitments, commitmentSlips } from '#db/schema/index.ts'
import { localDate, type Calendar } from '#workflows/deadlines/calendar.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'

/** Dates of promises against the calendar and the dates given before; a reason where the enterprise is not satisfied. */
export async function requireSoundPromise(db: Db, issueId: number, move: MoveInput, at: Date, calendar: Calendar): Promise<void> {
  const today = localDate(at, calendar)
  switch (move.type) {
    case 'commit':
      return move.dueOn < today ? refuse('dueOn', { key: 'commitments:invalid.past' }) : undefined
    case 'slip':
    case 'grantSlip':
      return laterDate(db, issueId, move, today)
    case 'confirmSolved':
      return !move.satisfied && !move.reason ? refuse('reason', { key: 'common:invalid.choose' }) : undefined
  }
}

type Later = { type: 'slip' | 'grantSlip'; commitment: number; dueOn: string }

async function laterDate(db: Db, issueId: number, { type, commitment, dueOn }: Later, today: string): Promise<void> {
  const [row] = await db
    .select({ dueOn: commitments.dueOn, askedFor: commitmentSlips.toOn })
    .from(commitments)
    .leftJoin(commitmentSlips, and(eq(commitmentSlips.commitmentId, commitments.id), eq(commitmentSlips.state, 'asked')))
    .where(and(eq(commitments.issueId, issueId), eq(commitments.number, commitment)))
  // no such commitment: the machine says so
  if (!row) return
  if (dueOn <= row.dueOn) refuse('dueOn', { key: 'commitments:invalid.notLater', params: { on: shown(row.dueOn) } })
  if (dueOn < today) refuse('dueOn', { key: 'commitments:invalid.past' })
  if (type === 'grantSlip' && row.askedFor && dueOn > row.askedFor) {
    refuse('dueOn', { key: 'commitments:invalid.laterThanAsked', params: { on: shown(row.askedFor) } })
  }
}

const shown = (date: string) => date.split('-').reverse().join('/')

function refuse(field: string, message: Message): never {
  throw new Invalid({ [field]: message })
}
