import type { Actor } from '#app/access/actor.ts'
import type { Language } from '#app/i18n/instance.ts'
import type { Db } from '#db/client.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { issueParts } from '#db/queries/issue-parts.ts'
import { positionOf } from '#db/queries/issue-position.ts'
import { storyOf } from '#db/queries/issue-story.ts'
import { movesOpenTo } from '#workflows/resolution/advance.ts'
import { namer } from './names.ts'
import { dueBy, policyAt, rulesOf } from './rules.server.ts'

/** What an enterprise judges, what it may say now, and where each answer leads; `undefined` where there is no such issue. */
export async function verdictView(db: Db, code: string, actor: Actor, language: Language, now = new Date()) {
  const position = await positionOf(db, code, actor)
  if (!position) return undefined
  const { row, state, facts } = position
  const [parts, story, directory, rules] = await Promise.all([
    issueParts(db, row, actor), storyOf(db, row.id), directoryOf(db), rulesOf(db),
  ])
  const open = movesOpenTo({ state, facts }, { by: actor, at: now.toISOString() })
  const letter = parts.answers.find((answer) => answer.issuedAt !== null)
  return {
    code: row.code,
    version: row.version,
    text: row.text,
    state,
    unit: row.leadUnit && namer(directory, language).unit(row.leadUnit),
    answer: letter && { text: letter.text, number: letter.letterNumber, date: letter.letterDate },
    evidence: story.filter(({ move }) => move === 'fulfil').map(({ payload }) => String((payload as { evidence?: string }).evidence)),
    mayConfirm: open.includes('confirmSolved'),
    mayDispute: open.includes('dispute'),
    alreadyReopened: facts.reopenings > 0,
    disputeUntil: facts.reopenUntil,
    newDueOn: dueBy(rules, policyAt(rules, 'answer', row.deadlineClass, now), now).dueOn,
  }
}
