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
