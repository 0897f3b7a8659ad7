import { inArray, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { enterprises } from '#db/schema/index.ts'

export type KnownEnterprise = { id: number; name: string; taxCode: string | null; zone: string | null; district: string | null }
const columns = { id: enterprises.id, name: enterprises.name, taxCode: enterprises.taxCode, zone: enterprises.zone, district: enterprises.district }

export const enterprisesOfTaxCodes = (db: Db, codes: string[]): Promise<KnownEnterprise[]> =>
  codes.length === 0 ? Promise.resolve([]) : db.select(columns).from(enterprises).where(inArray(enterprises.taxCode, codes))

export const enterprisesOfIds = (db: Db, ids: number[]): Promise<KnownEnterprise[]> =>
  ids.length === 0 ? Promise.resolve([]) : db.select(columns).from(enterprises).where(inArray(enterprises.id, ids))

/** The operator reads the index but takes too much: «Mẫu Sáng» for «Sao Mai Mẫu Vàng». */
const likeEnough = 0.75

/** For each name, the enterprises that have it or one much like it, the nearest first. Names are compared by letters, without marks. */
export async function enterprisesNear(db: Db, names: string[], each = 5): Promise<Map<string, KnownEnterprise[]>> {
  const near = new Map<string, KnownEnterprise[]>()
  if (names.length === 0) return near
  const rows = await db.execute<KnownEnterprise & { asked: string }>(sql`
    select asked.name as asked, found.id::int as id, found.name, found.tax_code as "taxCode", found.zone, found.district
    from unnest(${sql.param(names)}::text[]) as asked(name)
    cross join lateral (select e.id, e.name, e.tax_code, e.zone, e.district from enterprises e
      where asked.name operator(public.<%) e.name_folded and public.word_similarity(asked.name, e.name_folded) >= ${likeEnough}
      order by public.similarity(asked.name, e.name_folded) desc, e.id limit ${each}) found`)
  for (const { asked, ...one } of rows) near.set(asked, [...(near.get(asked) ?? []), { ...one, id: Number(one.id) }])
  return near
}
