import { connect } from 'node:net'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { attachments, files, issues, opinions } from '#db/schema/index.ts'
import { bytesOnDisk, ownFolder, pdf } from '#tests/support/files.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { aPerson } from '#tests/support/people.ts'
import { cookieOf } from '#tests/support/signed-in.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'

ownFolder()
const { app, db } = await openHouse()
let house: Awaited<ReturnType<typeof aHouse>>
let asked: Actor
beforeAll(async () => {
  house = await aHouse(db)
  asked = await aPerson(db, 'officer', { unit: 'STC' })
})

/** An issue on which the finance department is asked for its opinion. */
async function onWhichSpeaks() {
  const { id, code } = await anIssue(db, { enterpriseId: house.enterpriseId })
  await walk(db, id, [[house.coordinator, routeTo('STNMT')], [house.officer, { type: 'accept', note: undefined }], [house.officer, samples.requestOpinion]])
  const [row] = await db.select({ version: issues.version }).from(issues).where(eq(issues.id, id))
  return { id, code, version: row!.version }
}

type File = [name: string, bytes: Buffer | string]

async function send(path: string, by: Actor, fields: Record<string, string | string[]>, chosen: File[] = []) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  for (const [name, bytes] of chosen) body.append('upload', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), name)
  const headers = { Cookie: await cookieOf(db, by), 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' }
  const response = await fetch(app.origin + path, { method: 'POST', redirect: 'manual', headers, body })
  return { status: response.status, text: await response.text(), location: response.headers.get('Location') }
}

const opinion = (issue: { version: number }, more: Record<string, string | string[]> = {}) => ({ move: 'giveOpinion', version: String(issue.version), text: 'Thống nhất.', ...more })
const hanging = (id: number) => db.select({ name: files.name, kind: attachments.kind }).from(attachments).innerJoin(files, eq(files.id, attachments.fileId)).where(eq(attachments.issueId, id))

test('a form without scripts gives an opinion with files, and the page offers them for saving', async () => {
  const issue = await onWhichSpeaks()
  const sent = await send(`/issues/${issue.code}`, asked, opinion(issue), [['Biên bản.pdf', pdf()], ['Ghi chú.txt', 'Đã rà soát.']])
  expect([sent.status, sent.location]).toEqual([303, `/issues/${issue.code}?done=giveOpinion`])
  expect(await hanging(issue.id)).toEqual([{ name: 'Biên bản.pdf', kind: 'opinion' }, { name: 'Ghi chú.txt', kind: 'opinion' }])
  const page = await fetch(`${app.origin}/issues/${issue.code}`, { headers: { Cookie: await cookieOf(db, house.officer), Accept: 'text/html' } })
  const html = await page.text()
  expect(html).toMatch(/href="\/files\/\d+" download="Biên bản.pdf"/)
  expect(html).toContain('Chưa quét mã độc')
})

test('a file is saved, never shown: its headers, its name and its bytes', async () => {
  const issue = await onWhichSpeaks()
  await send(`/issues/${issue.code}`, asked, opinion(issue), [['Ý kiến.pdf', pdf('những lời này')]])
  const [row] = await db.select({ id: files.id }).from(files).innerJoin(attachments, eq(attachments.fileId, files.id)).where(eq(attachments.issueId, issue.id))
  const response = await fetch(`${app.origin}/files/${row!.id}`, { headers: { Cookie: await cookieOf(db, asked) } })
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Disposition')).toBe(`attachment; filename="Y kien.pdf"; filename*=UTF-8''%C3%9D%20ki%E1%BA%BFn.pdf`)
  expect(response.headers.get('Content-Type')).toBe('application/pdf')
  expect(response.headers.get('X-Content-Type-Options')).toContain('nosniff')
  expect(response.headers.get('Content-Security-Policy')).toContain('sandbox')
  expect(Buffer.from(await response.arrayBuffer())).toEqual(pdf('những lời này'))
})

test('what is wrong with a file is said at its field, and neither the words nor the good files are lost', async () => {
  const issue = await onWhichSpeaks()
  const before = await bytesOnDisk()
  const sent = await send(`/issues/${issue.code}?move=giveOpinion`, asked, opinion(issue, { text: 'Lời đã gõ' }), [['tốt.pdf', pdf()], ['giả.pdf', Buffer.from([0x4d, 0x5a, 0, 1, 2])]])
  expect(sent.status).toBe(422)
  expect(sent.text).toContain('Không nhận tệp «giả.pdf»')
  expect(sent.text).toContain('Lời đã gõ')
  expect(await bytesOnDisk()).toBe(before + 1)
  const [, kept] = /name="files"[^>]*value="(\d+)"/.exec(sent.text) ?? []
  const again = await send(`/issues/${issue.code}?move=giveOpinion`, asked, opinion(issue, { text: 'Lời đã gõ', files: kept! }))
  expect(again.status).toBe(303)
  expect(await hanging(issue.id)).toEqual([{ name: 'tốt.pdf', kind: 'opinion' }])
})

test('a form refused for its words comes back with the files that came with it', async () => {
  const issue = await onWhichSpeaks()
  const sent = await send(`/issues/${issue.code}?move=giveOpinion`, asked, opinion(issue, { text: '' }), [['kèm theo.pdf', pdf()]])
  expect(sent.status).toBe(422)
  expect(sent.text).toMatch(/name="files"[^>]*value="\d+"/)
})

test.each<[string, File[], string]>([
  ['a program', [['a.exe', 'MZ']], 'Không nhận tệp «a.exe»'],
  ['a picture that is a page', [['a.png', '<html><script>alert(1)</script>']], 'Không nhận tệp «a.png»'],
  ['an empty file', [['trống.txt', '']], 'không có nội dung'],
  ['eleven files', Array.from({ length: 11 }, (_, n): File => [`${n}.txt`, 'x']), 'tối đa 10 tệp'],
  ['one over fifty megabytes', [['to.txt', Buffer.alloc(50_000_001, 'x')]], 'vượt quá 50 MB'],
])('%s is not taken', { timeout: 60_000 }, async (_, chosen, words) => {
  const issue = await onWhichSpeaks()
  const sent = await send(`/issues/${issue.code}?move=giveOpinion`, asked, opinion(issue), chosen)
  expect(sent.status).toBe(422)
  expect(sent.text).toContain(words)
  expect(await hanging(issue.id)).toEqual([])
})

test('a file of fifty megabytes to the byte is taken', { timeout: 60_000 }, async () => {
  const issue = await onWhichSpeaks()
  expect((await send(`/issues/${issue.code}`, asked, opinion(issue), [['vừa.txt', Buffer.alloc(50_000_000, 'x')]])).status).toBe(303)
})

test('more than all files together may weigh is 413 before anything is read', async () => {
  const issue = await onWhichSpeaks()
  const { port } = new URL(app.origin)
  const socket = connect(Number(port), '127.0.0.1')
  const heard: Buffer[] = []
  socket.on('data', (chunk) => heard.push(chunk)).on('error', () => {})
  socket.write(`POST /issues/${issue.code} HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nCookie: ${await cookieOf(db, asked)}\r\n` +
    'Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 300000000\r\n\r\n')
  socket.write(Buffer.alloc(70_000_000))
  await expect.poll(() => Buffer.concat(heard).toString(), { timeout: 15_000 }).toContain('HTTP/1.1 413')
  socket.destroy()
})

test('the same form sent twice acts once and keeps no second copy', async () => {
  const issue = await onWhichSpeaks()
  const before = await bytesOnDisk()
  const key = { idempotencyKey: `twice-${issue.id}` }
  const both = await Promise.all([1, 2].map(() => send(`/issues/${issue.code}`, asked, opinion(issue, key), [['một.pdf', pdf()]])))
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  expect(await hanging(issue.id)).toHaveLength(1)
  expect(await bytesOnDisk()).toBe(before + 1)
})

test('an upload that breaks off half way leaves neither bytes nor rows', async () => {
  const issue = await onWhichSpeaks()
  const count = async () => ({ bytes: await bytesOnDisk(), rows: (await db.select({ id: files.id }).from(files)).length })
  const before = await count()
  const head = ['move', 'giveOpinion', 'version', String(issue.version), 'text', 'x']
  const fields = [0, 2, 4].map((at) => `--x\r\nContent-Disposition: form-data; name="${head[at]}"\r\n\r\n${head[at + 1]}\r\n`).join('')
  const file = (name: string) => `--x\r\nContent-Disposition: form-data; name="upload"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`
  const socket = connect(Number(new URL(app.origin).port), '127.0.0.1')
  socket.write(`POST /issues/${issue.code} HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nCookie: ${await cookieOf(db, asked)}\r\n` +
    `Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 9000000\r\n\r\n${fields}${file('một.pdf')}`)
  socket.write(pdf())
  socket.write(`\r\n${file('hai.pdf')}${'%PDF-1.4 '.repeat(100_000)}`)
  await expect.poll(bytesOnDisk).toBe(before.bytes + 2)
  socket.destroy()
  await expect.poll(count).toEqual(before)
  expect(await db.select({ text: opinions.text }).from(opinions).where(eq(opinions.issueId, issue.id))).toEqual([{ text: null }])
})

test('whoever may not see the issue leaves no file behind', async () => {
  const issue = await onWhichSpeaks()
  const before = await bytesOnDisk()
  const stranger = await aPerson(db, 'officer', { unit: 'SCT' })
  expect((await send(`/issues/${issue.code}`, stranger, opinion(issue), [['một.pdf', pdf()]])).status).toBe(404)
  expect(await bytesOnDisk()).toBe(before)
})
