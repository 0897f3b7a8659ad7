import type postgres from 'postgres'

type About = { issue: number; conference: number; day: () => string }

const boxes = `count(*) as received, count(*) filter (where answered_at is not null) as answered, count(*) filter (where resolved_at is not null) as resolved,
  count(*) filter (where answered_at is null and ended_at is null and due_at < now()) as overdue`

/** What the pages ask, as somebody would type it: without rights, without the other parts of the page. */
export const rawQuestions = (sql: postgres.Sql, { issue, conference, day }: About) => ({
  rows: () => sql`select id, code, left(text, 200), state, due_on, lead_unit from issues order by id desc limit 25`,
  queue: () => sql`select id, code, left(text, 200), state, due_at from issues where lead_unit = 'SCT' and state in ('routed', 'inProgress', 'awaitingApproval') order by due_at, id limit 25`,
  issue: () => sql`select i.*, (select json_agg(e order by seq) from issue_events e where e.issue_id = i.id) from issues i where i.id = ${issue}`,
  search: (word: string) => sql`select id, code, left(text, 200) from issues where search @@ public.search_query_vi(${word}) order by id desc limit 25`,
  reportNow: () => sql.unsafe(`select group_code, ${boxes} from issues where annulled_at is null group by 1`),
  reportByMonth: () => sql.unsafe(`select date_trunc('month', received_at at time zone 'Asia/Ho_Chi_Minh'), ${boxes} from issues where annulled_at is null group by 1`),
  reportOfConference: () => sql.unsafe(`select lead_unit, ${boxes} from issues where annulled_at is null and conference_id = $1 group by 1`, [conference]),
  reportAsOf: () => sql.unsafe(`select group_code, ${boxes} from issue_facts_as_of($1) group by 1`, [`${day()}T23:59:59+07:00`]),
  rowsOfExport: () => sql`select i.*, e.name from issues i left join enterprises e on e.id = i.enterprise_id order by i.id desc limit 20000`,
})
