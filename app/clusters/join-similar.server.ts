import type { Actor } from '#app/access/actor.ts'
import { Refused, conflict, notFound } from '#app/http/errors.ts'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import type { Db } from '#db/client.ts'
import { issuePosition } from '#db/queries/issue-position.ts'
import { clusters } from '#db/schema/index.ts'

export type Seen = { id: number; version: number }

/**
 * «The same for us»: puts two issues into one cluster, a new one where neither is in any. Returns its number. Each that
 * was not in it makes its own move, both in one transaction. Throws `Refused` where they stand in two clusters already,
 * and what `moveIssue` throws.
 */
export function joinSimilar(db: Db, by: Actor, issue: Seen, other: Seen, at = new Date()): Promise<number> {
  return db.transaction(async (tx) => {
    // the lower number first, so that two people who join the same pair wait for each other instead of locking up
    const pair = [issue, other].sort((a, b) => a.id - b.id)
    const here = []
    for (const { id, version } of pair) {
      const position = (await issuePosition(tx, id, by)) ?? notFound('issue')
      if (position.row.version !== version) conflict('issue', { code: position.row.code })
      here.push({ id, version, cluster: position.facts.cluster })
    }
    const known = [...new Set(here.map((one) => one.cluster).filter((one) => one !== null))]
    if (known.length > 1) throw new Refused({ key: 'clusters:refused.twoClusters' })
    const cluster = known[0] ?? (await newCluster(tx, by, at))
    for (const { id, version, cluster: its } of here) {
      if (its === null) await moveIssue(tx, { id, version, by, at, move: { type: 'joinCluster', cluster, note: undefined } })
    }
    return cluster
  })
}

async function newCluster(db: Db, by: Actor, at: Date): Promise<number> {
  const [row] = await db.insert(clusters).values({ createdAt: at, createdBy: by.personId }).returning({ id: clusters.id })
  return row!.id
}
