import { sql } from 'drizzle-orm'
import type { By } from '#workflows/resolution/actor.ts'
import { openStates } from '#workflows/resolution/states.ts'
import type { Db } from '#db/client.ts'
import { quoted } from '#db/schema/columns.ts'
import { ledBy, visibleTo } from './visible-to.ts'

export type Candidate = {
  id: number; code: string; version: number; state: (typeof openStates)[number]; text: string; topic: string | null; leadUnit: string | null
  enterprise: string | null; zone: string | null; district: string | null; cluster: number | null
}

/** About so many rows may hold one of the words that are looked up, and so many of them are compared. */
const mostRead = 1500
const mostCompared = 40
const open = quoted(openStates)

type Known = { word: string; share: number | null }
type Own = { words: Known[]; rows: number }

/**
 * Open issues that share rare words with this one and could stand beside it: what the person sees (an officer, what the
 * own unit leads), not of the same comment, not refused before, not in another cluster. How rare a word is says the
 * planner's own statistics, so that the common half of the words is never looked up, however large the register.
 */
export async function similarCandidates(db: Db, of: { id: number; commentId: number; cluster: number | null }, by: By): Promise<Candidate[]> {
  const { match, rank } = queries(await ownWords(db, of.id))
  if (match === '') return []
  const within = by.role === 'officer' || by.role === 'head' ? ledBy(by) : visibleTo(by)
  return db.execute<Candidate>(sql`
    with found as materialized (
      select issues.id, ts_rank(issues.search, ${rank}::tsquery) as rank from issues
      where issues.search @@ ${match}::tsquery and ${within} and issues.track = 'petition' and issues.state in (${open})
        and issues.id <> ${of.id} and issues.comment_id <> ${of.commentId}
      limit ${mostRead}
    ), refused as materialized (
      select case when r.issue_id = ${of.id} then r.other_id else r.issue_id end as id
      from cluster_refusals r where r.issue_id = ${of.id} or r.other_id = ${of.id}
    ), free as (
      select found.id, found.rank, m.cluster_id::int as cluster from found
      left join cluster_members m on m.issue_id = found.id
      where (m.cluster_id is null or (${of.cluster}::bigint is null
          and m.cluster_id not in (select o.cluster_id from cluster_members o join refused on refused.id = o.issue_id)))
        and found.id not in (select id from refused)
      order by found.rank desc, found.id desc limit ${mostCompared}
    )
    select i.id::float8 as id, i.code, i.version, i.state, i.text, i.topic_code as topic, i.lead_unit as "leadUnit", e.name as enterprise,
      coalesce(c.zone, e.zone) as zone, coalesce(c.district, e.district) as district, free.cluster
    from free join issues i on i.id = free.id join comments c on c.id = i.comment_id
    left join enterprises e on e.id = i.enterprise_id`) as unknown as Promise<Candidate[]>
}

async function ownWords(db: Db, id: number): Promise<Own> {
  const [row] = await db.execute<Own>(sql`
    with known as materialized (
      select e.word, e.share from pg_stats s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) e(word, share)
      where s.schemaname = 'public' and s.tablename = 'issues' and s.attname = 'search' and e.word is not null
    )
    select (select greatest(reltuples, 1) from pg_class where oid = 'public.issues'::regclass) as rows,
      coalesce((select json_agg(json_build_object('word', own.lexeme, 'share', known.share) order by coalesce(known.share, 0), own.lexeme)
        from issues, unnest(issues.search) own left join known on known.word = own.lexeme
        where issues.id = ${id} and length(own.lexeme) > 1 and own.lexeme !~ '^[0-9]+$'), '[]') as words`)
  return row ?? { words: [], rows: 1 }
}

/** Rarest first, as many as the bound allows but one at least; ranked by a few more, which costs no look-up. */
function queries({ words, rows }: Own): { match: string; rank: string } {
  let read = 0
  const looked = words.filter(({ share }, at) => at === 0 || (at < 40 && (read += (share ?? 0) * rows) <= mostRead))
  const written = (some: Known[]) => some.map(({ word }) => `'${word.replace(/['\\]/g, '')}'`).join(' | ')
  return { match: written(looked), rank: written(words.slice(0, 30)) }
}
