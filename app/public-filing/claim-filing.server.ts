import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { forbidden, Invalid } from '#app/http/errors.ts'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import type { Db } from '#db/client.ts'
import { filingToClaim } from '#db/queries/public-filing.ts'
import { publicFilings } from '#db/schema/index.ts'
import { system } from '#workflows/resolution/actor.ts'
import { codeAsTyped } from './filing-status.server.ts'
import { hashOfTyped } from './filing-secret.server.ts'
import type { Presented } from './public-filing-form.ts'

const refused = (key: string) => new Invalid({ '': { key: `before:${key}` } })

/**
 * Takes what was filed without an account into the account of whoever holds its secret, once. What was filed under the tax
 * code or in place of another enterprise stays where it is. Returns the issue's code.
 */
export async function claimFiling(db: Db, by: Actor, { code, secret }: Presented, at = new Date()): Promise<string> {
  if (by.role !== 'enterprise' && by.role !== 'association') forbidden()
  return db.transaction(async (tx) => {
    const filing = await filingToClaim(tx, codeAsTyped(code), hashOfTyped(secret), by.associationId)
    if (!filing) throw refused('status.wrong')
    if (filing.claimedAt) throw refused('claim.already')
    const whose = ownerAfter(by, filing)
    await tx.update(publicFilings).set({ claimedBy: by.personId, claimedAt: at }).where(eq(publicFilings.issueId, filing.id))
    const inTheirName = { ...system, personId: by.personId, name: by.name }
    await moveIssue(tx, { id: filing.id, version: filing.version, move: { type: 'claim', ...whose, person: by.personId }, by: inTheirName, at })
    return filing.code
  })
}

type Filing = NonNullable<Awaited<ReturnType<typeof filingToClaim>>>

function ownerAfter(by: Actor, { enterpriseId, taxCode, hasAccount, isMember }: Filing) {
  if (by.role === 'association') {
    if (enterpriseId !== null && !isMember) throw refused('claim.noMember')
    return { enterprise: enterpriseId, association: by.associationId }
  }
  const free = enterpriseId === null || (taxCode === null && !hasAccount)
  if (!free && enterpriseId !== by.enterpriseId) throw refused('claim.otherEnterprise')
  return { enterprise: by.enterpriseId, association: null }
}
