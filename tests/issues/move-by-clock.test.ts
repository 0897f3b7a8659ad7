import { inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { moveByClock } from '#app/issues/move-by-clock.server.ts'
import { issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'

const { db, sql } = await testDatabase()

test('an issue that the clock cannot move holds up no other', async () => {
  await seedReference(db)
  const { coordinator, officer } = await aHouse(db)
  const asked = new Date('2026-03-02T02:00:00Z')
  const waiting: number[] = []
  for (let n = 0; n < 3; n++) {
    const { id } = await anIssue(db, { at: asked })
    await walk(db, id, [[coordinator, routeTo('SXD')], [{ ...officer, unit: 'SXD' }, samples.accept], [{ ...officer, unit: 'SXD' }, samples.askEnterprise]], asked)
    waiting.push(id)
  }
  await sql.unsafe(`
    create function break_one() returns trigger language plpgsql as $$ begin raise exception 'the disk of this row is bad'; end $$;
    create trigger break_one before insert on issue_events for each row when (new.issue_id = ${waiting[0]}) execute function break_one()`)
  expect(await moveByClock(db, new Date('2026-09-01T02:00:00Z'))).toBe(2)
  const states = await db.select({ id: issues.id, state: issues.state }).from(issues).where(inArray(issues.id, waiting)).orderBy(issues.id)
  expect(states.map(({ state }) => state)).toEqual(['awaitingEnterprise', 'inProgress', 'inProgress'])
})
