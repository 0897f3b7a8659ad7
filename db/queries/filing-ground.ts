import { sql, type SQL } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { nextNumbers, type Numbers } from './put-on-register.ts'

type Asked = {
  conferenceId: number | null
  group: string | null
  topic: string | null
  associationId: number | null
  enterprise: { id: number } | { taxCode: string } | { name: string } | undefined
}

export type FilingGround = {
  conferenceKnown: boolean
  heldOn: string | null
  groupKnown: boolean
  topicKnown: boolean
  enterpriseId: number | null
  taxCode: string | null
  zone: string | null
  district: string | null
  consented: boolean
  /** Drawn in the same round trip, for the rows to come. */
  numbers: Numbers
}

/** All that must be known to file an issue, in one round trip: thousands may come in an hour after a conference. */
export async function filingGround(db: Db, { conferenceId, group, topic, associationId, enterprise }: Asked): Promise<FilingGround> {
  const [row] = await db.execute<Omit<FilingGround, 'numbers'> & Record<keyof Numbers, string>>(sql`
    select ${nextNumbers}, c.id is not null as "conferenceKnown", c.held_on::text as "heldOn",
      exists (select 1 from scheme_groups s
        where s.scheme = coalesce(c.scheme, 'standard') and s.group_code = ${group}::text) as "groupKnown",
      exists (select 1 from topics t where t.code = ${topic}::text) as "topicKnown",
      e.id::int as "enterpriseId", e.tax_code as "taxCode", e.zone, e.district,
      exists (select 1 from association_members m
        where m.association_id = ${associationId}::bigint and m.enterprise_id = e.id) as consented
    from (values (1)) as one
    left join conferences c on c.id = ${conferenceId}::bigint
    left join lateral (select * from enterprises where ${isAsked(enterprise)} order by id limit 1) e on true`)
  const { comment, issue: issueId, ...ground } = row!
  return { ...ground, numbers: { comment: Number(comment), issue: Number(issueId) } }
}

function isAsked(enterprise: Asked['enterprise']): SQL {
  if (!enterprise) return sql`false`
  if ('id' in enterprise) return sql`id = ${enterprise.id}::bigint`
  if ('taxCode' in enterprise) return sql`tax_code = ${enterprise.taxCode}::text`
  return sql`name_folded = public.fold_vi(${enterprise.name}::text) and name = ${enterprise.name}::text`
}
