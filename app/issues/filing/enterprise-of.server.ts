import { sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { Forbidden, Invalid, forbidden } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import type { FilingGround } from '#db/queries/filing-ground.ts'
import { enterprises } from '#db/schema/index.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { readTaxCode } from '#workflows/text/tax-code.ts'

export type EnterpriseNamed = { id: number } | { name: string; taxCode?: string | null }
type Asked = { id: number } | { taxCode: string; name?: string } | { name: string }

const wrong = (key: string, field = 'enterprise') => new Invalid({ [field]: { key } })

/** Which enterprise is meant: one's own, whatever an enterprise writes; else the one named, by its tax code if it has one. */
export function enterpriseAsked(by: Actor | By, named: EnterpriseNamed | undefined): Asked | undefined {
  if (!named) return by.role === 'enterprise' ? { id: by.enterpriseId ?? forbidden() } : undefined
  if ('id' in named) return { id: named.id }
  const taxCode = usableTaxCode(named.taxCode ?? '')
  if (taxCode) return { taxCode, name: named.name }
  return by.role === 'enterprise' ? { id: by.enterpriseId ?? forbidden() } : { name: named.name }
}

/** A code with a wrong check digit is told at its field; one that lost its zero is told with the code that was meant. */
function usableTaxCode(written: string): string | undefined {
  const read = readTaxCode(written)
  if (read.kind === 'empty') return undefined
  if (read.kind === 'invalid') throw new Invalid({ 'enterprise.taxCode': { key: `filing:${read.reason.key}`, params: read.reason.params } })
  if (read.kind === 'zeroLost') throw new Invalid({ 'enterprise.taxCode': { key: 'filing:taxCodeZero', params: { offer: read.offer } } })
  return read.code
}

/**
 * The enterprise an issue is filed for. An enterprise files for itself; an association for members who agreed to it, and
 * is not told whether others exist; the office for anybody, also for one not yet known, which is added.
 */
export async function enterpriseFor(db: Db, by: Actor | By, asked: Asked | undefined, ground: FilingGround): Promise<number | null> {
  switch (by.role) {
    case 'enterprise':
      if (ground.enterpriseId === null || ground.enterpriseId !== by.enterpriseId) throw wrong('filing:refused.notOwn')
      return ground.enterpriseId
    case 'association':
      if (!asked) throw wrong('common:invalid.required')
      if (!ground.consented) throw new Forbidden({ key: 'filing:refused.noConsent' })
      return ground.enterpriseId
    case 'system':
    case 'secretary':
    case 'coordinator':
      if (!asked || ground.enterpriseId !== null) return ground.enterpriseId
      if ('id' in asked) throw wrong('common:fields.unknownChoice')
      return addEnterprise(db, asked)
    default:
      return forbidden()
  }
}

async function addEnterprise(db: Db, asked: { name?: string; taxCode?: string }): Promise<number> {
  const name = asked.name?.trim()
  if (!name) throw wrong('common:invalid.required', 'enterprise.name')
  // two requests may bring the same new enterprise at once: the second takes the row of the first, as it is
  const [row] = await db
    .insert(enterprises)
    .values({ name, taxCode: asked.taxCode })
    .onConflictDoUpdate({ target: enterprises.taxCode, targetWhere: sql`tax_code is not null`, set: { taxCode: sql`excluded.tax_code` } })
    .returning({ id: enterprises.id })
  return row!.id
}
