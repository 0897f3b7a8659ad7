import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { aPerson } from '#tests/support/people.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { cookieOf } from '#tests/support/signed-in.ts'

const { app, db } = await openHouse()
let admin: Actor
beforeAll(async () => {
  admin = await aPerson(db, 'admin')
})

const ask = async (path: string, body?: URLSearchParams) => {
  const headers = { Cookie: await cookieOf(db, admin), Origin: app.origin }
  return fetch(`${app.origin}${path}`, { method: body ? 'POST' : 'GET', body, headers, redirect: 'manual' })
}

test.each(['citations', 'templates', 'zones'])('/admin/%s has no row of a number that can be none, to be shown or to be changed', async (list) => {
  for (const id of ['1.5', '1e400', '0', '-1', 'x', '']) {
    expect([id, (await ask(`/admin/${list}?id=${id}`)).status]).toEqual([id, 404])
  }
  const document = new URLSearchParams({ number: '7/2026/NĐ-CP', name: 'Mẫu', text: 'Mẫu', kind: 'park', status: 'operating' })
  expect((await ask(`/admin/${list}?id=1.5`, document)).status).toBe(404)
})

test.each(['2024-02-31', '2024-13-01', '0000-00-00', 'x'])('the calendar has no day %s', async (date) => {
  expect((await ask(`/admin/calendar/${date}`)).status).toBe(404)
})
