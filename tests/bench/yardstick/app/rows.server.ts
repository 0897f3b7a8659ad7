import postgres from 'postgres'

const sql = postgres(process.env.DATABASE_URL ?? '', { max: 10 })

/**
 * As many rows as the page it is measured against, with no rights and no order but the key; the oldest, so that
 * what a run files makes the page of the next no shorter.
 */
export const rows = (count: number) =>
  sql<{ id: string; code: string; text: string; state: string; due_on: string; lead_unit: string }[]>`
    select id, code, left(text, 200) as text, state, due_on, lead_unit from issues order by id limit ${count}`
