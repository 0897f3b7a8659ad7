import type { Field, Value } from '#app/documents/fields.ts'
import type { Db } from '#db/client.ts'
import { registerRows, type RegisterRow } from '#db/queries/register-rows.ts'
import type { By } from '#workflows/resolution/actor.ts'

const batch = 500

type Asked = { ids: number[]; asOf: Date | undefined; fields: Field<RegisterRow>[] }

/** The register read a batch at a time, each in a query of its own: no transaction stays open for as long as somebody downloads. */
export async function* registerBatches(db: Db, by: By, { ids, asOf, fields }: Asked): AsyncGenerator<Value[][]> {
  let number = 0
  for (let from = 0; from < ids.length; from += batch) {
    const rows = await registerRows(db, by, ids.slice(from, from + batch), asOf)
    const before = number
    yield rows.map((row, at) => fields.map(({ of }) => of(row, before + at)))
    number += rows.length
  }
}
