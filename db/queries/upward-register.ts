import { and, sql, type SQL } from 'drizzle-orm'
import { namesRealDay } from '#workflows/deadlines/local-day.ts'
import type { By } from '#workflows/resolution/actor.ts'
import type { Db } from '#db/client.ts'
import { ledBy, visibleTo } from './visible-to.ts'

export type LetterState = 'open' | 'answered'
type UpwardLetter = {
  id: number; code: string; text: string; leadUnit: string | null
  number: string; date: string; authority: string | null
  chased: number; lastChased: string | null
  answer: { number: string; date: string } | null
}
type LetterPage = { state: LetterState; limit: number; cursor?: string; document?: string }

/** A letter with the reminders and the reply that came before the next letter about the same issue. */
const letters = sql`upward_letters s join issues on issues.id = s.issue_id
  left join lateral (select min(n.id) as id from upward_letters n where n.issue_id = s.issue_id and n.kind = 'sent' and n.id > s.id) later on true
  left join lateral (select
      count(*) filter (where f.kind = 'chased')::int as chased, max(f.date) filter (where f.kind = 'chased') as last_chased,
      (array_agg(f.number) filter (where f.kind = 'answered'))[1] as answer_number, max(f.date) filter (where f.kind = 'answered') as answer_date
    from upward_letters f where f.issue_id = s.issue_id and f.id > s.id and (later.id is null or f.id < later.id)) about on true`

const inState = (state: LetterState) => (state === 'open' ? sql`about.answer_number is null` : sql`about.answer_number is not null`)
/** A unit answers for the letters of what it leads; the offices around look over all. */
const seenBy = (by: By) => (by.role === 'officer' || by.role === 'head' ? ledBy(by) : visibleTo(by))

/** The numbers of documents that an issue, an answer to it or a letter about it names, as `documentsCited` finds them. */
const cited = sql`select distinct upper(translate(m[1], '‐‑–—', '----')) as number
  from (select issues.text union all select a.text from answers a where a.issue_id = issues.id
    union all select f.text from upward_letters f where f.issue_id = issues.id and f.text is not null) words (text),
  regexp_matches(normalize(words.text), '(?<![0-9/])([0-9]{1,5}/(?:[0-9]{4}/)?[a-zA-ZđĐ][a-zA-ZđĐ0-9]*(?:[-‐‑–—][a-zA-ZđĐ0-9]+)*)', 'g') m`
const isNumber = sql`upper(translate(normalize(c.number), '‐‑–—', '----'))`
const names = (document: string | undefined) =>
  document === undefined ? undefined : sql`exists (select 1 from (${cited}) d join legal_citations c on ${isNumber} = d.number where c.number = ${document})`

/** Letters to the level above the city: those still open with the longest waiting first, answered ones from the latest back. */
export async function listUpward(db: Db, by: By, { state, limit, cursor, document }: LetterPage) {
  const direction = state === 'open' ? sql`asc` : sql`desc`
  const where = and(sql`s.kind = 'sent'`, seenBy(by), inState(state), names(document), after(state, cursor))
  const rows = await db.execute<UpwardLetter>(sql`select s.id::int, issues.code, issues.text, issues.lead_unit as "leadUnit",
      s.number, to_char(s.date, 'YYYY-MM-DD') as date, s.authority, about.chased, to_char(about.last_chased, 'YYYY-MM-DD') as "lastChased",
      case when about.answer_number is not null
        then json_build_object('number', about.answer_number, 'date', to_char(about.answer_date, 'YYYY-MM-DD')) end as answer
    from ${letters} where ${where} order by s.date ${direction}, s.id ${direction} limit ${limit + 1}`)
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, next: last ? `${last.date}_${last.id}` : null }
}

/** How many letters are open and how many answered, of those the person may see. */
export async function countUpward(db: Db, by: By, document?: string): Promise<Record<LetterState, number>> {
  const [row] = await db.execute<Record<LetterState, number>>(sql`select
      count(*) filter (where ${inState('open')})::int as open, count(*) filter (where ${inState('answered')})::int as answered
    from ${letters} where ${and(sql`s.kind = 'sent'`, seenBy(by), names(document))}`)
  return row ?? { open: 0, answered: 0 }
}

export type CitedDocument = { number: string; title: string } & Record<LetterState, number>

/** The documents of the register of citations that letters are about, and how many letters each; those most waited for first. */
export async function upwardByDocument(db: Db, by: By): Promise<CitedDocument[]> {
  return db.execute<CitedDocument>(sql`select c.number, c.title,
      count(*) filter (where ${inState('open')})::int as open, count(*) filter (where ${inState('answered')})::int as answered
    from ${letters} cross join lateral (${cited}) d join legal_citations c on ${isNumber} = d.number
    where ${and(sql`s.kind = 'sent'`, seenBy(by))} group by c.number, c.title order by open desc, answered desc, c.number`)
}

/** A cursor that nobody gave out begins at the beginning. */
function after(state: LetterState, cursor: string | undefined): SQL | undefined {
  const [, date, id] = /^(\d{4}-\d{2}-\d{2})_(\d{1,15})$/.exec(cursor ?? '') ?? []
  if (date === undefined || !namesRealDay(date)) return undefined
  const side = state === 'open' ? sql`>` : sql`<`
  return sql`(s.date, s.id) ${side} (${date}::date, ${Number(id)}::bigint)`
}
