import { eq, sql } from 'drizzle-orm'
import type { Message } from '#app/i18n/message.ts'
import type { Db } from '#db/client.ts'
import { enterprises } from '#db/schema/index.ts'
import { readTaxCode } from '#workflows/text/tax-code.ts'

type Found = { enterpriseId: number; name: string } | { wrong: Message }

/** The enterprise behind a name and a tax code as an office wrote them; one that is new is added, one in doubt is not guessed. */
export async function enterpriseWritten(tx: Db, name: string, taxCode: string): Promise<Found> {
  const read = readTaxCode(taxCode)
  if (read.kind === 'invalid') return { wrong: { key: `filing:${read.reason.key}`, params: read.reason.params } }
  if (read.kind === 'zeroLost') return { wrong: { key: 'filing:taxCodeZero', params: { offer: read.offer } } }
  return read.kind === 'empty' ? byName(tx, name) : byTaxCode(tx, read.code, name)
}

async function byTaxCode(tx: Db, taxCode: string, name: string): Promise<Found> {
  const [known] = await tx.select({ enterpriseId: enterprises.id, name: enterprises.name }).from(enterprises).where(eq(enterprises.taxCode, taxCode))
  if (known) return known
  return name === '' ? { wrong: { key: 'before:invalid.unknownTaxCode' } } : add(tx, { name, taxCode })
}

async function byName(tx: Db, name: string): Promise<Found> {
  const called = await tx.select({ enterpriseId: enterprises.id, name: enterprises.name }).from(enterprises)
    .where(sql`${enterprises.nameFolded} = public.fold_vi(${name})`).limit(2)
  if (called.length > 1) return { wrong: { key: 'before:invalid.severalOfName' } }
  return called[0] ?? add(tx, { name })
}

async function add(tx: Db, values: { name: string; taxCode?: string }): Promise<Found> {
  if (values.name.length > 300) return { wrong: { key: 'common:invalid.tooLong', params: { max: 300 } } }
  // the same new enterprise may arrive by another door at this moment
  const [row] = await tx.insert(enterprises).values(values)
    .onConflictDoUpdate({ target: enterprises.taxCode, targetWhere: sql`tax_code is not null`, set: { taxCode: sql`excluded.tax_code` } })
    .returning({ enterpriseId: enterprises.id, name: enterprises.name })
  return row!
}
