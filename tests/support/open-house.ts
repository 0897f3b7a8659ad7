import { afterAll } from 'vitest'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from './database.ts'
import { startApp } from './server.ts'

/** A database of the file's own with units, topics, calendar and rules, and the app that serves it until its tests are over. */
export async function openHouse() {
  const { db, sql, url } = await testDatabase()
  await seedReference(db)
  const app = await startApp({ databaseUrl: url })
  afterAll(() => app.close())
  return { app, db, sql, url }
}
