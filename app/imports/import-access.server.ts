import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { forbidden, notFound, Refused } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { imports } from '#db/schema/index.ts'

/** The two offices that prepare a conference. */
export function requireImporter(by: Actor) {
  if (by.role !== 'coordinator' && by.role !== 'secretary') forbidden()
}

const columns = {
  id: imports.id, conferenceId: imports.conferenceId, kind: imports.kind, fileName: imports.fileName, sha256: imports.sha256, state: imports.state,
  mapping: imports.mapping, proposal: imports.proposal, committedAt: imports.committedAt,
}

/** An import held until the transaction ends, in the state that the next step needs; otherwise refused in words. */
export async function lockImport(db: Db, id: number, by: Actor, needed: 'preview' | 'committed') {
  requireImporter(by)
  const [row] = await db.select(columns).from(imports).where(eq(imports.id, id)).for('update')
  if (!row) notFound('import')
  if (row.state !== needed) throw new Refused({ key: `conferences:import.refused.${row.state}` }, { id, state: row.state })
  return row
}
