import { demoEmail, demoPassword } from '#app/access/demo-accounts.ts'
import { hashPassword } from '#app/access/password.server.ts'
import type { Db } from '#db/client.ts'
import { associationMembers, associations, conferences, credentials, enterprises, memberships, people, units } from '#db/schema/index.ts'
import type { Role } from '#workflows/resolution/actor.ts'
import { seedComingConference } from './seed-demo-coming.ts'
import { seedDemoConference } from './seed-demo-conference.ts'

/**
 * Fills an empty database with the demo's people and its conference; says whether it did anything. A database that
 * holds people of its own is left alone; one whose filling was interrupted is completed.
 */
export async function seedDemo(db: Db): Promise<boolean> {
  const [somebody] = await db.select({ demo: people.demo }).from(people).limit(1)
  if (somebody && !somebody.demo) return false
  const [conference] = await db.select({ id: conferences.id }).from(conferences).limit(1)
  if (somebody && conference) return false
  if (!somebody) await db.transaction(seedDemoPeople)
  await seedDemoConference(db)
  await seedComingConference(db)
  return true
}

type Account = { email: string; name: string; role: Role; unit?: string; enterpriseId?: number; associationId?: number }

/** The demo's people: one per role, and an officer and a head for every unit. Enterprises come with the annex. */
export async function seedDemoPeople(db: Db): Promise<void> {
  const enterpriseId = await enterpriseNamed(db, 'Công ty CP Mẫu 04 – logistics', '9900005487')
  const [association] = await db.insert(associations).values({ name: 'Hiệp hội doanh nghiệp Mẫu' }).returning()
  if (!association) throw new Error('the demo association was not stored')
  await db.insert(associationMembers).values({ associationId: association.id, enterpriseId, consentedAt: new Date() })
  const all = await db.select({ code: units.code, name: units.nameVi }).from(units)
  const accounts: Account[] = [
    { email: demoEmail('enterprise'), name: 'Nguyễn Thị Mẫu An', role: 'enterprise', enterpriseId },
    { email: demoEmail('association'), name: 'Trần Văn Mẫu Bình', role: 'association', associationId: association.id },
    { email: demoEmail('secretary'), name: 'Lê Thị Mẫu Chi', role: 'secretary', unit: 'VPUB' },
    { email: demoEmail('coordinator'), name: 'Phạm Văn Mẫu Dũng', role: 'coordinator', unit: 'VPUB' },
    { email: demoEmail('officer'), name: 'Hoàng Thị Mẫu Giang', role: 'officer', unit: 'STNMT' },
    { email: demoEmail('head'), name: 'Vũ Văn Mẫu Hải', role: 'head', unit: 'STNMT' },
    { email: demoEmail('leader'), name: 'Đặng Thị Mẫu Lan', role: 'leader', unit: 'VPUB' },
    { email: demoEmail('auditor'), name: 'Bùi Văn Mẫu Minh', role: 'auditor' },
    { email: demoEmail('admin'), name: 'Đỗ Thị Mẫu Nga', role: 'admin' },
    ...all.flatMap(({ code, name }): Account[] => [
      { email: demoEmail(`officer.${code}`), name: `Chuyên viên Mẫu – ${name}`, role: 'officer', unit: code },
      { email: demoEmail(`head.${code}`), name: `Lãnh đạo Mẫu – ${name}`, role: 'head', unit: code },
    ]),
  ]
  await addAccounts(db, accounts, await hashPassword(demoPassword))
}

async function enterpriseNamed(db: Db, name: string, taxCode: string): Promise<number> {
  const [row] = await db.insert(enterprises).values({ name, taxCode, zone: 'KCN Thăng Long', district: 'Đông Anh' }).returning()
  if (!row) throw new Error('the demo enterprise was not stored')
  return row.id
}

async function addAccounts(db: Db, accounts: Account[], passwordHash: string) {
  const rows = await db
    .insert(people)
    .values(accounts.map(({ email, name }) => ({ email, name, demo: true })))
    .returning({ id: people.id, email: people.email })
  const idOf = new Map(rows.map((row) => [row.email, row.id]))
  const withId = accounts.map((account) => ({ ...account, personId: idOf.get(account.email) ?? 0 }))
  await db.insert(credentials).values(withId.map(({ personId }) => ({ personId, passwordHash })))
  await db.insert(memberships).values(
    withId.map(({ personId, role, unit, enterpriseId, associationId }) => ({ personId, role, unit, enterpriseId, associationId })),
  )
}
