import { and, inArray, isNull, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { inChunks } from '#db/queries/in-chunks.ts'
import { enterprises } from '#db/schema/index.ts'
import { readTaxCode } from '#workflows/text/tax-code.ts'
import type { ProposedRow } from './annex/proposal.ts'

type Speaker = Pick<ProposedRow, 'enterprise' | 'taxCode' | 'zone' | 'district'>

/** A code that fails its check proves nothing about who speaks: such a row is found by its name. */
function validTaxCode(written: string): string | null {
  const read = readTaxCode(written)
  return read.kind === 'enterprise' || read.kind === 'branch' || read.kind === 'personal' ? read.code : null
}

const spoken = ({ enterprise }: Speaker) => enterprise.normalize('NFC').trim()

/**
 * The enterprise behind every row: by tax code; without one, by its name among those without a tax code; created where
 * neither is known. A row that names nobody has none.
 */
export async function findEnterprises(db: Db, rows: Speaker[]): Promise<(row: Speaker) => number | null> {
  const byCode = new Map<string, Speaker>()
  const byName = new Map<string, Speaker>()
  for (const row of rows) {
    const code = validTaxCode(row.taxCode)
    const key = code ?? spoken(row)
    const seen = code ? byCode : byName
    if (spoken(row) !== '' && !seen.has(key)) seen.set(key, row)
  }
  const ids = new Map([...(await ofTaxCodes(db, byCode)), ...(await ofNames(db, byName))])
  return (row) => ids.get(keyOf(row)) ?? null
}

const keyOf = (row: Speaker) => {
  const code = validTaxCode(row.taxCode)
  return code ? `#${code}` : spoken(row)
}

async function ofTaxCodes(db: Db, wanted: Map<string, Speaker>): Promise<[string, number][]> {
  const find = (codes: string[]) =>
    inChunks(codes, 5_000, (chunk) =>
      db.select({ id: enterprises.id, taxCode: enterprises.taxCode }).from(enterprises).where(inArray(enterprises.taxCode, chunk)),
    )
  const known = await find([...wanted.keys()])
  const have = new Set(known.map(({ taxCode }) => taxCode))
  const missing = [...wanted].filter(([code]) => !have.has(code))
  await inChunks(missing, 1_000, (chunk) =>
    db.insert(enterprises).values(chunk.map(([taxCode, row]) => ({ ...newOne(row), taxCode }))).onConflictDoNothing().returning({ id: enterprises.id }),
  )
  // read again: another import may have entered the same enterprise meanwhile
  const created = missing.length ? await find(missing.map(([code]) => code)) : []
  return [...known, ...created].map(({ id, taxCode }) => [`#${taxCode}`, id])
}

/** Names are compared as the database folds them for search, so «CÔNG TY A» and «Công ty A» are one. */
async function ofNames(db: Db, wanted: Map<string, Speaker>): Promise<[string, number][]> {
  const names = [...wanted.keys()]
  const folded = new Map(
    (await inChunks(names, 5_000, (chunk) =>
      db.execute<{ name: string; folded: string }>(
        sql`select name, public.fold_vi(name) as folded from unnest(${sql.param(chunk)}::text[]) as given(name)`,
      ),
    )).map((row) => [row.name, row.folded]),
  )
  const ids = new Map<string, number>()
  await inChunks([...new Set(folded.values())], 5_000, async (chunk) => {
    const known = await db
      .select({ id: enterprises.id, folded: enterprises.nameFolded })
      .from(enterprises)
      .where(and(inArray(enterprises.nameFolded, chunk), isNull(enterprises.taxCode)))
    for (const { id, folded: name } of known) if (name && !ids.has(name)) ids.set(name, id)
    return []
  })
  const first = new Map<string, Speaker>()
  for (const name of names) {
    const key = folded.get(name)!
    if (!ids.has(key) && !first.has(key)) first.set(key, wanted.get(name)!)
  }
  const created = await inChunks([...first.values()], 1_000, (chunk) =>
    db.insert(enterprises).values(chunk.map(newOne)).returning({ id: enterprises.id, folded: enterprises.nameFolded }),
  )
  for (const { id, folded: name } of created) ids.set(name!, id)
  return names.map((name) => [name, ids.get(folded.get(name)!)!])
}

const newOne = (row: Speaker) => ({ name: spoken(row), zone: row.zone || null, district: row.district || null })
