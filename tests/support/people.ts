import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'
import { enterprises, memberships, people, units } from '#db/schema/index.ts'
import type { Role } from '#workflows/resolution/actor.ts'

type In = { unit?: string; enterpriseId?: number; associationId?: number; name?: string }

let count = 0

/** A person of that role, stored and ready to act. */
export async function aPerson(db: Db, role: Role, of: In = {}): Promise<Actor> {
  count += 1
  const email = `${role}.${process.pid}.${count}@demo.test`
  const name = of.name ?? `Mẫu ${role} ${count}`
  const [person] = await db.insert(people).values({ email, name }).returning()
  const { unit = null, enterpriseId = null, associationId = null } = of
  const [membership] = await db
    .insert(memberships)
    .values({ personId: person!.id, role, unit, enterpriseId, associationId })
    .returning()
  const [inUnit] = unit ? await db.select({ name: units.nameVi }).from(units).where(eq(units.code, unit)) : []
  const unitName = inUnit?.name ?? null
  return { personId: person!.id, membershipId: membership!.id, name, email, locale: 'vi', role, unit, unitName, enterpriseId, associationId }
}

export async function anEnterprise(db: Db, name = `Công ty TNHH Mẫu ${++count}`): Promise<number> {
  const [row] = await db.insert(enterprises).values({ name }).returning({ id: enterprises.id })
  return row!.id
}
