import { sql, type SQL } from 'drizzle-orm'
import type { By } from '#workflows/resolution/actor.ts'
import { insideFor } from './visible-to.ts'

/** The paragraph before a comment's first one to the one after its last, as they stand in the minutes. */
export type MinutesAround = { importId: number; first: number; paragraphs: string[] }

/**
 * Where a comment stands in the minutes it was read from; the query names it `said`. Neighbouring words are other
 * enterprises', so only the offices that read all issues get them, and nobody once a comment of these minutes is a
 * denunciation: what is said around it may tell who said it.
 */
export const aroundFor = (by: By): SQL => sql`case when said.passage is not null and ${insideFor(by, sql`false`)}
  and not exists (select from comments c join issues i on i.comment_id = c.id where c.import_id = said.import_id and i.track = 'denunciation' and i.annulled_at is null)
  then (select json_build_object('importId', m.id, 'first', greatest(said.row - 1, 1), 'paragraphs', (select json_agg(p.one ->> 'text' order by p.at)
      from jsonb_array_elements(m.grids -> 'paragraphs') with ordinality p(one, at)
      where p.at between said.row - 1 and substring(said.passage from '(\\d+):[^:]*$')::int + 1))
    from imports m where m.id = said.import_id) end`
