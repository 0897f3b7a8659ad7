import { is, Placeholder, SQL, StringChunk } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { Db } from './client.ts'

type Preparable<P> = { prepare: (name: string) => P }

const kept = new WeakMap<Db, Map<string, unknown>>()

/**
 * A query put together once for a database, with `sql.placeholder`s where its values go: for what every request asks,
 * writing the text anew cost more than the answer. The name stands for the text, so whatever changes it is part of it.
 */
export function prepared<P>(db: Db, name: string, query: () => Preparable<P>): P {
  const ours = kept.get(db) ?? new Map<string, unknown>()
  kept.set(db, ours)
  const made = (ours.get(name) as P | undefined) ?? query().prepare(name)
  ours.set(name, made)
  return made
}

type Composed = { pieces: string[]; params: unknown[] }
const composed = new Map<string, Composed>()
const dialect = new PgDialect()

/** The same for raw SQL: the text is put together once, each asking only puts its values in. Fits a transaction too. */
export function filled(name: string, query: () => SQL, values: Record<string, unknown>): SQL {
  const made = composed.get(name) ?? compose(query())
  composed.set(name, made)
  const { pieces, params } = made
  return new SQL(pieces.flatMap((piece, at) => (at < params.length ? [new StringChunk(piece), valueOf(params[at], values)] : [new StringChunk(piece)])) as never)
}

function compose(query: SQL): Composed {
  const { sql: text, params } = dialect.sqlToQuery(query)
  return { pieces: text.split(/\$\d+/), params }
}

function valueOf(param: unknown, values: Record<string, unknown>): unknown {
  if (!is(param, Placeholder)) return param
  if (!(param.name in values)) throw new Error(`a query was asked without its ${param.name}`)
  return values[param.name]
}
