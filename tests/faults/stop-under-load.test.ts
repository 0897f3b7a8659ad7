import { expect, test } from 'vitest'
import { createToken } from '#app/access/api-actor.server.ts'
import { issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse } from '#tests/support/issues.ts'
import { serveProcess } from '#tests/support/serve-process.ts'

const { db, url } = await testDatabase()

test.each(['1', '2'])('SIGTERM under load with %s process(es): what was done was answered, what was not is not done', { timeout: 180_000 }, async (processes) => {
  await seedReference(db)
  const { enterprise } = await aHouse(db)
  const before = await db.$count(issues)
  const token = await createToken(db, enterprise.email, 'test')
  const served = await serveProcess({ DATABASE_URL: url, WEB_CONCURRENCY: processes })
  const outcomes = { answered: 0, cut: 0, refused: 0 }
  let over = false
  const client = async (lane: number) => {
    for (let n = 0; !over; n += 1) {
      const body = JSON.stringify({ text: `Kiến nghị ${lane}-${n}` })
      try {
        const response = await fetch(`${served.origin}/api/v1/issues`, { method: 'POST', headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }, body })
        expect(response.status).toBe(201)
        await response.json()
        outcomes.answered += 1
      } catch (error) {
        const code = ((error as Error).cause as { code?: string } | undefined)?.code
        if (code === 'ECONNREFUSED') {
          outcomes.refused += 1
          return
        }
        outcomes.cut += 1
      }
    }
  }
  const clients = Array.from({ length: 20 }, (_, lane) => client(lane))
  await expect.poll(() => outcomes.answered, { timeout: 60_000 }).toBeGreaterThan(100)
  const began = performance.now()
  served.child.kill('SIGTERM')
  expect(await served.ended).toBe(0)
  expect(performance.now() - began).toBeLessThan(10_000)
  over = true
  await Promise.all(clients)
  expect((await db.$count(issues)) - before).toBe(outcomes.answered)
  expect(served.output()).not.toMatch(/MaxListeners|"level":50/)
})
