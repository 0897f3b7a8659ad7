import type postgres from 'postgres'

type Sql = postgres.Sql | postgres.TransactionSql

/**
 * Fills tables without their indexes, foreign keys and triggers, which are put back at the end and then hold for every
 * row: an index built once costs a fraction of one kept up to date. Within a transaction, so that whatever is cut short
 * leaves the tables as they were; nobody else can read them meanwhile.
 */
export async function withBareTables(tx: Sql, tables: string[], fill: () => Promise<void>): Promise<void> {
  const names = tables.map((name) => `public.${name}`)
  const indexes = await tx<{ name: string; made: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made from pg_index i
    where i.indrelid = any(${names}::text[]::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`
  const keys = await tx<{ on: string; name: string; made: string }[]>`
    select conrelid::regclass::text as on, conname as name, pg_get_constraintdef(oid) as made from pg_constraint
    where contype = 'f' and conrelid = any(${names}::text[]::regclass[])`
  const triggers = await tx<{ on: string; name: string; fires: string }[]>`
    select tgrelid::regclass::text as on, tgname as name, case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end as fires from pg_trigger
    where not tgisinternal and tgenabled <> 'D' and tgrelid = any(${names}::text[]::regclass[])`
  for (const trigger of triggers) await tx.unsafe(`alter table ${trigger.on} disable trigger "${trigger.name}"`)
  for (const key of keys) await tx.unsafe(`alter table ${key.on} drop constraint "${key.name}"`)
  for (const { name } of indexes) await tx.unsafe(`drop index ${name}`)
  await fill()
  await tx.unsafe(`set local maintenance_work_mem = '256MB'`)
  // of a partitioned table the definition names the table alone, which would leave the partitions without
  for (const { made } of indexes) await tx.unsafe(made.replace(' ON ONLY ', ' ON '))
  for (const key of keys) await tx.unsafe(`alter table ${key.on} add constraint "${key.name}" ${key.made}`)
  for (const trigger of triggers) await tx.unsafe(`alter table ${trigger.on} enable ${trigger.fires} trigger "${trigger.name}"`)
}
