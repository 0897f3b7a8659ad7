import type { Actor } from '#app/access/actor.ts'
import type { Language } from '#app/i18n/instance.ts'
import { namer, type Namer } from '#app/issues/names.ts'
import type { Db } from '#db/client.ts'
import { countMembers, placeOf } from '#db/queries/clusters.ts'
import { directoryOf } from '#db/queries/directory.ts'
import type { PositionRow } from '#db/queries/issue-position.ts'
import { similarCandidates } from '#db/queries/similar-issues.ts'
import { similarTo, type Reason } from '#workflows/clusters/similar.ts'
import type { MoveName } from '#workflows/resolution/moves.ts'
import { isOpen } from '#workflows/resolution/states.ts'

type Of = {
  row: PositionRow
  openMoves: MoveName[]
  /** How many to propose; 0 leaves the looking to the page that is made for it: it costs more than all else on an issue's page. */
  most: number
}
export type Proposed = Awaited<ReturnType<typeof proposals>>[number]
export type Similar = { cluster: { id: number; members: number } | null; mayLeave: boolean; /** `null` where none were looked for. */ proposed: Proposed[] | null }

const readers: Actor['role'][] = ['coordinator', 'leader', 'auditor', 'officer', 'head']

/** The cluster an issue is in and what could join it, for those who may know; `null` for everybody else. */
export async function similarFor(db: Db, of: Of, actor: Actor, language: Language): Promise<Similar | null> {
  const { row, openMoves } = of
  const mayLeave = openMoves.includes('leaveCluster')
  const mayJoin = openMoves.includes('joinCluster') || mayLeave
  const inUnit = actor.role === 'officer' || actor.role === 'head'
  if (!readers.includes(actor.role) || (inUnit && row.leadUnit !== actor.unit)) return null
  const [members, proposed] = await Promise.all([
    row.cluster === null ? 0 : countMembers(db, row.cluster, actor),
    !mayJoin || !isOpen(row.state) ? [] : of.most === 0 ? null : proposals(db, of, actor, language),
  ])
  const cluster = row.cluster === null ? null : { id: row.cluster, members }
  return cluster || mayJoin ? { cluster, mayLeave, proposed } : null
}

async function proposals(db: Db, { row, most }: Of, actor: Actor, language: Language) {
  const { id, text, topic, leadUnit } = row
  const [candidates, place, directory] = await Promise.all([similarCandidates(db, row, actor), placeOf(db, id), directoryOf(db)])
  const name = namer(directory, language)
  const byId = new Map(candidates.map((one) => [one.id, one]))
  return similarTo({ id, text, topic, leadUnit, ...place }, candidates).slice(0, most).map(({ id: other, reasons }) => {
    const { code, version, state, text: says, enterprise, cluster, leadUnit: lead } = byId.get(other)!
    return {
      id: other, code, version, state, text: says, enterprise, cluster,
      leadUnit: lead === null ? null : name.unit(lead),
      reasons: reasons.map((reason) => named(reason, name)),
    }
  })
}

/** A reason with the names of this language in place of codes. */
function named({ key, params }: Reason, name: Namer): { key: string; params: Record<string, string> } {
  if (key === 'sameTopic') return { key, params: { topic: name.topic(params.code) } }
  if (key === 'sameLead') return { key, params: { unit: name.unit(params.code) } }
  return { key, params }
}
