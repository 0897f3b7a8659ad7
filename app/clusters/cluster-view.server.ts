import type { Actor } from '#app/access/actor.ts'
import type { Language } from '#app/i18n/instance.ts'
import { namer } from '#app/issues/names.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { memberParts, membersOf, type Member, type MemberParts } from '#db/queries/clusters.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { daysLeft } from '#workflows/deadlines/days-left.ts'
import { togetherMoves, whyNot, type TogetherMove } from '#workflows/clusters/together.ts'
import { movesOpenTo } from '#workflows/resolution/advance.ts'
import { isOpen } from '#workflows/resolution/states.ts'
import { writeMember } from './together-form.ts'
import { clusterWhyNot } from './why-not.ts'

export const clusterReaders = ['coordinator', 'officer', 'head', 'leader', 'auditor'] as const
export type ClusterView = NonNullable<Awaited<ReturnType<typeof clusterView>>>

/**
 * The members of a cluster that this person sees, and nothing of the others, not even how many they are. `undefined` where
 * there is none: for a unit's people, none that their unit leads; outside the offices there is never one.
 */
export async function clusterView(db: Db, id: number, actor: Actor, language: Language, now = new Date()) {
  if (!clusterReaders.some((role) => role === actor.role)) return undefined
  const seen = await membersOf(db, id, actor)
  const inUnit = actor.role === 'officer' || actor.role === 'head'
  if (seen.length === 0 || (inUnit && !seen.some(({ row }) => row.leadUnit === actor.unit))) return undefined
  const [parts, directory, { calendar }] = await Promise.all([memberParts(db, seen.map(({ row }) => row.id)), directoryOf(db), rulesOf(db)])
  const name = namer(directory, language)
  const members = seen.map(({ row, state, facts }) => {
    const open = movesOpenTo({ state, facts }, { by: actor, at: now.toISOString() })
    return {
      id: row.id, code: row.code, state, text: row.text,
      enterprise: parts.get(row.id)?.enterprise ?? null,
      leadUnit: row.leadUnit && name.unit(row.leadUnit),
      dueOn: row.dueAt && localDate(row.dueAt, calendar),
      left: isOpen(state) && row.dueAt ? daysLeft(row.dueAt, now, calendar) : null,
      mayLeave: open.includes('leaveCluster'),
    }
  })
  return {
    id, members,
    mayAdd: actor.role === 'coordinator' || members.some((one) => one.mayLeave),
    together: togetherMoves.map((move) => together(move, seen, parts, actor, now)).filter((one) => one !== undefined),
  }
}

/** The members a move can be made on at once and those it cannot, with why; nothing where it can on none. */
function together(move: TogetherMove, seen: Member[], parts: Map<number, MemberParts>, actor: Actor, now: Date) {
  const sorted = seen.map((one) => ({ ...one, because: whyNot(one, move, { by: actor, at: now.toISOString() }), part: parts.get(one.row.id) }))
  const able = sorted.filter((one) => one.because === undefined).map(({ row, part }) => ({
    id: row.id, code: row.code, enterprise: part?.enterprise ?? null,
    value: writeMember({ id: row.id, version: row.version, seen: part?.answer?.sha256 ?? '' }),
    answer: part?.answer?.text ?? null,
  }))
  if (able.length === 0) return undefined
  const unable = sorted.flatMap(({ row, because }) => (because ? [{ code: row.code, reason: clusterWhyNot(because) }] : []))
  const texts = [...new Set(able.map((one) => one.answer).filter((text) => text !== null))]
  return { move, able, unable, oneText: texts.length === 1 ? texts[0]! : null }
}
