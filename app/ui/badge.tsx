import type { ReactNode } from 'react'
import type { IssueState } from '#workflows/resolution/states.ts'
import { washOf, type Tone } from './tone.ts'

export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={`badge ${washOf[tone]}`}>{children}</span>
  )
}

/** Calm while work goes on, amber where someone waits for someone, green only where something is done. */
export const toneOfState: Record<IssueState, Tone> = {
  received: 'plain',
  routed: 'info',
  inProgress: 'info',
  awaitingEnterprise: 'warn',
  awaitingApproval: 'warn',
  escalatedUpward: 'warn',
  answered: 'teal',
  committed: 'teal',
  resolved: 'good',
  closed: 'good',
  refused: 'bad',
  withdrawn: 'plain',
  diverted: 'plain',
}
