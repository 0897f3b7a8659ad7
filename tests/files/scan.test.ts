import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { clamd } from '#app/files/clamd.server.ts'
import { download } from '#app/files/download.server.ts'
import { incomingFolder } from '#app/files/folder.server.ts'
import { scanFiles } from '#app/files/scan-files.server.ts'
import { sweepFiles } from '#app/files/sweep-files.server.ts'
import { attachments, files } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { aClamd, eicar } from '#tests/support/clamd.ts'
import { testDatabase } from '#tests/support/database.ts'
import { anUpload, bytesOnDisk, ownFolder, pdf } from '#tests/support/files.ts'
import { aHouse, anIssue } from '#tests/support/issues.ts'

ownFolder()
const { db } = await testDatabase()
const scanner = await aClamd()
let house: Awaited<ReturnType<typeof aHouse>>
let issueId: number
beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db)
  issueId = (await anIssue(db, { enterpriseId: house.enterpriseId })).id
})
beforeEach(async () => {
  process.env.FILE_SCAN = 'on'
  await db.delete(files)
})

const upload = (name: string, bytes = pdf(name)) => anUpload(db, house.officer, issueId, name, bytes)
const statusOf = async (id: number) => (await db.select({ status: files.status, note: files.statusNote }).from(files).where(eq(files.id, id)))[0]
const get = (id: number) => download(db, String(id), house.officer)

test('a file is served once the scanner has passed it, and not before', async () => {
  const { id } = await upload('sạch.pdf')
  await expect(get(id)).rejects.toMatchObject({ status: 409, reason: { key: 'files:notServed.pending' } })
  expect(await scanFiles(db, clamd(scanner.url))).toBe(1)
  expect(await statusOf(id)).toEqual({ status: 'clean', note: null })
  expect((await get(id)).status).toBe(200)
  expect(scanner.seen.at(-1)).toEqual(pdf('sạch.pdf'))
})

test('an infected file is never served, also where nothing is scanned any more', async () => {
  const { id } = await upload('thư.txt', Buffer.from(eicar))
  await scanFiles(db, clamd(scanner.url))
  expect(await statusOf(id)).toEqual({ status: 'infected', note: 'Eicar-Test-Signature' })
  process.env.FILE_SCAN = 'off'
  await expect(get(id)).rejects.toMatchObject({ reason: { key: 'files:notServed.infected' } })
})

test('a file of many pieces reaches the scanner whole', async () => {
  const bytes = Buffer.concat([pdf(), Buffer.alloc(3_000_000, 'x')])
  await upload('to.pdf', bytes)
  await scanFiles(db, clamd(scanner.url))
  expect(scanner.seen.at(-1)?.equals(bytes)).toBe(true)
})

test('while the scanner is away files wait, nothing is lost, and they are judged when it is back', async () => {
  const [one, two] = [await upload('một.pdf'), await upload('hai.pdf')]
  await scanner.close()
  const now = new Date()
  expect(await scanFiles(db, clamd(scanner.url), { now: () => now })).toBe(0)
  expect([await statusOf(one.id), await statusOf(two.id)].map((of) => of?.status)).toEqual(['pending', 'pending'])
  await scanner.again()
  expect(await scanFiles(db, clamd(scanner.url), { now: () => new Date(now.getTime() + 61_000) })).toBe(2)
  expect((await statusOf(one.id))?.status).toBe('clean')
})

test('what the scanner cannot look into is tried three times and then given up in words', async () => {
  const small = await aClamd({ most: 1000 })
  const { id } = await upload('to.pdf', Buffer.concat([pdf(), Buffer.alloc(500_000, 'x')]))
  const day = Date.parse('2026-03-02T02:00:00Z')
  for (const hours of [0, 2, 4]) await scanFiles(db, clamd(small.url), { now: () => new Date(day + hours * 3_600_000) })
  expect(await statusOf(id)).toEqual({ status: 'failed', note: 'INSTREAM size limit exceeded. ERROR' })
  await expect(get(id)).rejects.toMatchObject({ reason: { key: 'files:notServed.failed' } })
})

test('a scanner that hangs up in the middle of a file does not keep the others waiting', async () => {
  const rude = await aClamd({ most: 1000, rude: true })
  const big = await upload('to.pdf', Buffer.concat([pdf(), Buffer.alloc(2_000_000, 'x')]))
  const small = await upload('nhỏ.pdf')
  expect(await scanFiles(db, clamd(rude.url))).toBe(2)
  expect([(await statusOf(big.id))?.status, (await statusOf(small.id))?.status]).toEqual(['pending', 'clean'])
})

test('two workers judge each file once', async () => {
  for (const n of [1, 2, 3, 4, 5, 6]) await upload(`${n}.pdf`)
  const before = scanner.seen.length
  const judged = await Promise.all([scanFiles(db, clamd(scanner.url)), scanFiles(db, clamd(scanner.url))])
  expect(judged[0] + judged[1]).toBe(6)
  expect(scanner.seen.length - before).toBe(6)
})

test('without a scanner an operator may say so: then files go out, and nobody has called them clean', async () => {
  process.env.FILE_SCAN = 'off'
  const { id } = await upload('chưa quét.pdf')
  expect((await get(id)).status).toBe(200)
  expect((await statusOf(id))?.status).toBe('pending')
})

test('the sweep takes what no form took up, what broke off, and nothing that is attached', async () => {
  const [old, fresh, used] = [await upload('cũ.pdf'), await upload('mới.pdf'), await upload('dùng.pdf')]
  await db.insert(attachments).values({ fileId: used.id, issueId, kind: 'supply' })
  await mkdir(incomingFolder(), { recursive: true })
  for (const [name, age] of [['dở dang', 7200], ['đang tới', 10]] as const) {
    await writeFile(join(incomingFolder(), name), 'x')
    await utimes(join(incomingFolder(), name), Date.now() / 1000 - age, Date.now() / 1000 - age)
  }
  const before = await bytesOnDisk()
  await sweepFiles(db)
  expect(await readdir(incomingFolder())).toEqual(['đang tới'])
  await db.execute(`alter table files disable trigger keep_file`)
  await db.update(files).set({ uploadedAt: new Date(Date.now() - 25 * 3_600_000) }).where(eq(files.id, old.id))
  await db.update(files).set({ uploadedAt: new Date(Date.now() - 25 * 3_600_000) }).where(eq(files.id, used.id))
  await db.execute(`alter table files enable trigger keep_file`)
  await sweepFiles(db)
  expect((await db.select({ id: files.id }).from(files).orderBy(files.id)).map(({ id }) => id)).toEqual([fresh.id, used.id])
  expect(await bytesOnDisk()).toBe(before - 2)
  await db.delete(attachments)
})
