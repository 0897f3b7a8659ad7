import postgres, { type Sql } from 'postgres'

/** One connection for a statement that no pool should carry: CREATE and DROP DATABASE. */
export async function administer<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}
