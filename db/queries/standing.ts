import type { Sql } from 'postgres'

const answerWithinMs = 1_500

/**
 * How far a streaming copy has come, and by how many seconds it is behind; nothing where it is no copy. Throws where it
 * does not answer in time. The database is asked first: a copy that has come as far as that is behind nothing, however
 * long ago the last change was.
 */
export async function standingOf(whole: Sql, copy: Sql, mostSeconds: number): Promise<{ at: Date; behindSeconds: number } | undefined> {
  const asking = async () => {
    const [here] = await whole<{ lsn: string; now: Date }[]>`select pg_current_wal_lsn()::text as lsn, now()`
    const [there] = await copy<{ copies: boolean; reached: boolean; at: Date | null }[]>`
      select pg_is_in_recovery() as copies, pg_last_wal_replay_lsn() >= ${here!.lsn}::pg_lsn as reached, pg_last_xact_replay_timestamp() as at`
    if (!there?.copies) return undefined
    if (there.reached) return { at: here!.now, behindSeconds: 0 }
    if (!there.at) return undefined
    const behindSeconds = Math.max(0, Math.round((here!.now.getTime() - there.at.getTime()) / 1000))
    return behindSeconds <= mostSeconds ? { at: there.at, behindSeconds } : undefined
  }
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error('the copy does not answer')), answerWithinMs)))
  return Promise.race([asking(), late]).finally(() => clearTimeout(timer))
}
