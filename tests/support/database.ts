import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { connect } from '#db/client.ts'
import { administer } from './administer.ts'

async function knock(): Promise<{ server: string; template: string }> {
  const answer = await fetch(inject('databaseDoor'))
  if (!answer.ok) throw new Error(`The test database could not be made: ${await answer.text()}`)
  return answer.json()
}

/**
 * A migrated, empty database of this file's own, dropped when its tests are done. Call it at the top of the file:
 * `const { db, sql, url } = await testDatabase()`. `url` is for a server process that the test starts.
 */
export async function testDatabase(options: { max?: number } = {}) {
  const { server, template } = await knock()
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer(server, (sql) => sql`create database ${sql(name)} template ${sql(template)}`)
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  const { db, sql, close } = connect(url, options)
  afterAll(async () => {
    await close()
    await administer(server, (admin) => admin`drop database if exists ${admin(name)} with (force)`)
  })
  return { db, sql, url }
}
