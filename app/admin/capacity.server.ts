import { eq } from 'drizzle-orm'
import { Invalid } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { associations, enterprises } from '#db/schema/index.ts'
import { readTaxCode } from '#workflows/text/tax-code.ts'
import { actsFor, type CapacityInput } from './person-form.ts'
import { requireUnits } from './require-units.server.ts'

/** The columns of a membership for what was chosen. An enterprise or association not yet known is entered. */
export async function capacityOf(tx: Db, input: CapacityInput) {
  const nobody = { role: input.role, unit: null, enterpriseId: null, associationId: null }
  switch (actsFor[input.role]) {
    case 'unit':
      await requireUnits(tx, { unit: [input.unit] })
      return { ...nobody, unit: input.unit }
    case 'enterprise':
      return { ...nobody, enterpriseId: await enterpriseOf(tx, input.taxCode ?? '', input.enterpriseName) }
    case 'association':
      return { ...nobody, associationId: await associationOf(tx, input.association ?? '') }
    case 'nobody':
      return nobody
  }
}

async function enterpriseOf(tx: Db, written: string, name: string | null): Promise<number> {
  const read = readTaxCode(written)
  if (!('code' in read)) throw new Invalid({ taxCode: { key: 'common:invalid.required' } })
  const [known] = await tx.select({ id: enterprises.id }).from(enterprises).where(eq(enterprises.taxCode, read.code))
  if (known) return known.id
  if (!name) throw new Invalid({ enterpriseName: { key: 'admin:invalid.newEnterprise' } })
  const [added] = await tx.insert(enterprises).values({ name, taxCode: read.code }).returning({ id: enterprises.id })
  return added!.id
}

async function associationOf(tx: Db, name: string): Promise<number> {
  await tx.insert(associations).values({ name }).onConflictDoNothing()
  const [row] = await tx.select({ id: associations.id }).from(associations).where(eq(associations.name, name))
  return row!.id
}
