import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { enterprises } from '#db/schema/index.ts'

const columns = { id: enterprises.id, name: enterprises.name }

/**
 * The enterprise that files without an account. A tax code says which it is. A name alone says nothing: it gives a row of
 * its own, or the one that such a filing made before, never an enterprise with a tax code or an account.
 */
export async function filerNamed(tx: Db, name: string, taxCode: string | undefined) {
  if (taxCode) {
    const [row] = await tx.insert(enterprises).values({ name, taxCode })
      .onConflictDoUpdate({ target: enterprises.taxCode, targetWhere: sql`tax_code is not null`, set: { taxCode: sql`excluded.tax_code` } }).returning(columns)
    return row!
  }
  const [known] = await tx.select(columns).from(enterprises)
    .where(sql`${enterprises.nameFolded} = public.fold_vi(${name}) and ${enterprises.name} = ${name} and ${enterprises.taxCode} is null
      and not exists (select from memberships m where m.enterprise_id = ${enterprises.id})`).limit(1)
  if (known) return known
  const [row] = await tx.insert(enterprises).values({ name }).returning(columns)
  return row!
}
