import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { mayFile } from '#app/access/attempts.server.ts'
import { openFormOf } from '#app/conferences/public-form.server.ts'
import { TooMany } from '#app/http/errors.ts'
import { translator } from '#app/i18n/instance.ts'
import { fileIssue } from '#app/issues/file-issue.server.ts'
import type { Db } from '#db/client.ts'
import { issues, publicFilings } from '#db/schema/index.ts'
import { system } from '#workflows/resolution/actor.ts'
import { readTaxCode } from '#workflows/text/tax-code.ts'
import { filerNamed } from './filer-named.server.ts'
import { hashOfTyped, secretFor } from './filing-secret.server.ts'
import type { PublicFiling } from './public-filing-form.ts'

export type Receipt = { code: string; secret: string; dueOn: string | null }
type From = { key: string | undefined; formKey: string | undefined; address: string; at?: Date }

/**
 * Files what somebody without an account wrote. The issue is of the enterprise whose tax code was given, or of one not yet
 * known; whoever filed is told a code and a secret and nothing of that enterprise. The same form is the same issue.
 */
export async function filePublicly(db: Db, filing: PublicFiling, { key, formKey = randomUUID(), address, at = new Date() }: From): Promise<Receipt> {
  await openFormOf(db, key, at)
  if (!(await mayFile(db, address))) throw new TooMany({ key: 'before:publicForm.tooMany' })
  const secret = secretFor(formKey, { key, ...filing })
  return db.transaction(async (tx) => {
    const secretHash = hashOfTyped(secret)
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${secretHash}, 0))`)
    const [before] = await tx.select({ code: issues.code, dueOn: issues.dueOn }).from(publicFilings)
      .innerJoin(issues, eq(issues.id, publicFilings.issueId)).where(eq(publicFilings.secretHash, secretHash))
    if (before) return { ...before, secret }
    const { id, code, dueOn } = await fileNew(tx, filing, key, at)
    await tx.insert(publicFilings).values({ issueId: id, secretHash, createdAt: at })
    return { code, dueOn, secret }
  })
}

async function fileNew(tx: Db, filing: PublicFiling, key: string | undefined, at: Date) {
  const conference = await openFormOf(tx, key, at)
  const read = readTaxCode(filing.taxCode)
  const enterprise = await filerNamed(tx, filing.name, 'code' in read ? read.code : undefined)
  const { contactName: name, contactPhone: phone, contactEmail: email } = filing
  return fileIssue(tx, {
    by: system, channel: 'publicForm', text: filing.text, conferenceId: conference.id, group: filing.group || null, enterprise: { id: enterprise.id }, at,
    note: enterprise.name === filing.name ? undefined : translator('vi')('before:publicForm.calledItself', { name: filing.name }),
    ...(filing.consent && { contact: { ...(name && { name }), ...(phone && { phone }), ...(email && { email }) } }),
  })
}
