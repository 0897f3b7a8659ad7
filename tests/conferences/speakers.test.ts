import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '#app/access/actor.ts'
import type { speakerForm } from '#app/conferences/desk-forms.ts'
import { hallView } from '#app/conferences/desk-view.server.ts'
import { changeSpeakers } from '#app/conferences/speakers.server.ts'
import { speakersOf } from '#db/queries/speakers.ts'
import { conferences, conferenceSpeakers, enterprises } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aConference } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'

const { db } = await testDatabase()
let secretary: Actor
beforeAll(async () => {
  await seedReference(db)
  secretary = await aPerson(db, 'secretary', { unit: 'VPUB' })
  await db.insert(enterprises).values({ name: 'Công ty cổ phần Mẫu Đầu Máy', taxCode: '0100100079' })
})

type Act = Partial<z.output<typeof speakerForm>> & Pick<z.output<typeof speakerForm>, 'act'>

/** A hall in which these asked for the floor, in this order, and what one does there. */
async function aHall(...names: string[]) {
  const id = await aConference(db, secretary)
  const change = (input: Act) => db.transaction((tx) => changeSpeakers(tx, id, { form: 'speaker', ...input }))
  for (const name of names) await change({ act: 'add', name })
  const rows = () => speakersOf(db, id)
  const seen = async (name: string) => {
    const all = await rows()
    const one = all.find((row) => row.name === name)!
    return { id: one.id, seen: `${one.state} ${one.place}`, speaking: all.find(({ state }) => state === 'speaking')?.id }
  }
  const queue = async () => (await rows()).map(({ name, state }) => (state === 'waiting' ? name : `${name} ${state}`))
  return { id, change, seen, queue, rows }
}

const inWords = { fields: { '': { key: 'desk:speakers.changed' } } }

test('who asks for the floor waits at the end, under the name on record when it is known', async () => {
  const { queue, rows, change } = await aHall('Công ty Mẫu Một', 'cong ty co phan mau dau may', '0100100079')
  expect(await queue()).toEqual(['Công ty Mẫu Một', 'Công ty cổ phần Mẫu Đầu Máy', 'Công ty cổ phần Mẫu Đầu Máy'])
  expect((await rows()).map(({ enterprise }) => enterprise)).toEqual([null, 'Công ty cổ phần Mẫu Đầu Máy', 'Công ty cổ phần Mẫu Đầu Máy'])
  await expect(change({ act: 'add', name: '0100109106' })).rejects.toMatchObject({ fields: { name: { key: 'desk:unknownTaxCode' } } })
})

test('one is moved up or down past its neighbour, and the first and the last stay where they are', async () => {
  const { change, seen, queue } = await aHall('A', 'B', 'C')
  await change({ act: 'up', ...(await seen('C')) })
  expect(await queue()).toEqual(['A', 'C', 'B'])
  await change({ act: 'down', ...(await seen('A')) })
  expect(await queue()).toEqual(['C', 'A', 'B'])
  await change({ act: 'up', ...(await seen('C')) })
  await change({ act: 'down', ...(await seen('B')) })
  expect(await queue()).toEqual(['C', 'A', 'B'])
})

test('two who were added at the same moment, with one number, can still change places', async () => {
  const { id, change, seen, queue } = await aHall('A', 'B', 'C')
  await db.update(conferenceSpeakers).set({ place: 7 }).where(eq(conferenceSpeakers.conferenceId, id))
  await change({ act: 'up', ...(await seen('B')) })
  expect(await queue()).toEqual(['B', 'A', 'C'])
  await change({ act: 'down', ...(await seen('A')) })
  expect(await queue()).toEqual(['B', 'C', 'A'])
})

test('whoever is called has the floor alone: the one before is done with', async () => {
  const { change, seen, queue } = await aHall('A', 'B', 'C')
  await change({ act: 'call', ...(await seen('A')) })
  expect(await queue()).toEqual(['A speaking', 'B', 'C'])
  await change({ act: 'call', ...(await seen('C')) })
  expect(await queue()).toEqual(['C speaking', 'B'])
  await change({ act: 'done', ...(await seen('C')) })
  await change({ act: 'skip', ...(await seen('B')) })
  expect(await queue()).toEqual(['B skipped'])
  await change({ act: 'call', ...(await seen('B')) })
  expect(await queue()).toEqual(['B speaking'])
})

test('of two desks that call somebody at the same moment one is told that the other was quicker, and nobody is lost', async () => {
  const { change, seen, queue } = await aHall('A', 'B', 'C')
  await change({ act: 'call', ...(await seen('A')) })
  const [one, other] = [await seen('B'), await seen('C')]
  const results = await Promise.allSettled([change({ act: 'call', ...one }), change({ act: 'call', ...other })])
  const refused = results.filter((result) => result.status === 'rejected')
  expect(refused).toHaveLength(1)
  expect(refused[0]!.reason).toMatchObject({ fields: { '': { key: 'desk:speakers.taken' } } })
  const now = await queue()
  expect(now.filter((name) => name.endsWith('speaking'))).toHaveLength(1)
  expect(now).toHaveLength(2)
})

test('an older page changes nothing: it is told that the queue has changed', async () => {
  const { change, seen, queue } = await aHall('A', 'B', 'C')
  const old = await seen('C')
  await change({ act: 'up', ...old })
  await expect(change({ act: 'up', ...old })).rejects.toMatchObject(inWords)
  expect(await queue()).toEqual(['A', 'C', 'B'])
  const before = await seen('A')
  await change({ act: 'skip', ...before })
  await expect(change({ act: 'skip', ...before })).rejects.toMatchObject(inWords)
  await expect(change({ act: 'done', ...(await seen('B')) })).rejects.toMatchObject(inWords)
  await expect(change({ act: 'call' })).rejects.toMatchObject(inWords)
})

test('one hall changes nothing in another', async () => {
  const here = await aHall('A', 'B')
  const there = await aHall('X')
  await expect(there.change({ act: 'call', ...(await here.seen('A')) })).rejects.toMatchObject(inWords)
  await there.change({ act: 'call', ...(await there.seen('X')), speaking: (await here.seen('A')).id })
  expect(await here.queue()).toEqual(['A', 'B'])
})

test('the hall reads who speaks, and who is next, only where names may be shown', async () => {
  const { id, change, seen } = await aHall('Công ty Mẫu A', 'Công ty Mẫu B')
  await change({ act: 'call', ...(await seen('Công ty Mẫu A')) })
  expect(JSON.stringify(await hallView(db, String(id), 'vi'))).not.toContain('Công ty')
  await db.update(conferences).set({ namesShown: true }).where(eq(conferences.id, id))
  expect((await hallView(db, String(id), 'vi')).floor).toEqual({ now: 'Công ty Mẫu A', next: 'Công ty Mẫu B' })
})
