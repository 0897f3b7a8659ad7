import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issues } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { apiAs } from '#tests/support/api.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson, anEnterprise } from '#tests/support/people.ts'
import { startApp } from '#tests/support/server.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'

const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
let house: Awaited<ReturnType<typeof aHouse>>
beforeAll(async () => {
  await seedReference(db)
  app = await startApp({ databaseUrl: url })
  house = await aHouse(db)
})
afterAll(() => app.close())
const as = (who: keyof Omit<typeof house, 'enterpriseId'>) => apiAs(db, app.origin, house[who])

test('an issue is filed, routed, answered and confirmed through the API', async () => {
  const [enterprise, coordinator, officer, head] = await Promise.all([as('enterprise'), as('coordinator'), as('officer'), as('head')])
  const filed = await enterprise.post('/issues', { text: 'Đề nghị cấp giấy chứng nhận quyền sử dụng đất.', group: 'land' })
  expect(filed).toMatchObject({ status: 201, body: { state: 'received', version: 1, openMoves: ['withdraw'], comment: { channel: 'api' } } })
  const path = `/issues/${String(filed.body.code)}`
  const move = async (who: typeof officer, body: Record<string, unknown>) => {
    const { body: now } = await who.get(path)
    return who.post(`${path}/moves`, { version: now.version, ...body })
  }
  expect((await move(coordinator, { move: 'route', leadUnit: 'STNMT', coordinatingUnits: ['STC'], topic: 'land.certificate' })).body).toMatchObject({ state: 'routed', leadUnit: 'STNMT', coordinatingUnits: ['STC'], topic: 'land.certificate' })
  await move(officer, { move: 'accept' })
  await move(officer, { move: 'submitAnswer', text: 'Giấy chứng nhận đã được ký.' })
  const letter = { move: 'approve', letterNumber: '12/STNMT', letterDate: '2024-04-12' }
  const refused = await move(head, { ...letter, sha256: 'f'.repeat(64) })
  expect(refused).toMatchObject({ status: 409, body: { detail: 'Nội dung đang trình không phải bản đã xem nên chưa được phê duyệt. Xem lại nội dung rồi phê duyệt.' } })
  const [version] = (await head.get(path)).body.answers as { text: string; sha256: string }[]
  expect(version).toMatchObject({ text: 'Giấy chứng nhận đã được ký.' })
  expect((await enterprise.get(path)).body.answers).toEqual([])
  const approved = await move(head, { ...letter, sha256: version!.sha256 })
  expect(approved).toMatchObject({ status: 200, body: { state: 'answered', answeredOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) } })
  await move(officer, { move: 'fulfil', evidence: 'Đã trao.' })
  const confirmed = await move(enterprise, { move: 'confirmSolved', satisfied: true })
  expect(confirmed.body).toMatchObject({ state: 'closed', openMoves: ['reopen'] })
  const story = async (who: typeof officer) => ((await who.get(path)).body.events as { move: string }[]).map((event) => event.move)
  expect(await story(officer)).toEqual(['receive', 'route', 'accept', 'submitAnswer', 'approve', 'fulfil', 'confirmSolved'])
  // that a text went up for approval is the offices' own affair
  expect(await story(enterprise)).toEqual(['receive', 'route', 'accept', 'approve', 'fulfil', 'confirmSolved'])
})

test('fifty equal submissions under one key make one issue', async () => {
  const enterprise = await as('enterprise')
  const before = await db.$count(issues)
  const replies = await Promise.all(
    Array.from({ length: 50 }, () => enterprise.post('/issues', { text: 'Chỉ một lần.' }, { 'Idempotency-Key': 'fifty-at-once' })),
  )
  expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([201]))
  expect(new Set(replies.map((reply) => reply.body.code)).size).toBe(1)
  expect(await db.$count(issues)).toBe(before + 1)
  const other = await enterprise.post('/issues', { text: 'Nội dung khác.' }, { 'Idempotency-Key': 'fifty-at-once' })
  expect(other.status).toBe(422)
})

test('another enterprise’s issue does not exist, neither alone nor in a list', async () => {
  const enterprise = await as('enterprise')
  const stranger = await apiAs(db, app.origin, await aPerson(db, 'enterprise', { enterpriseId: await anEnterprise(db) }))
  const { body } = await enterprise.post('/issues', { text: 'Của tôi.' })
  expect((await stranger.get(`/issues/${String(body.id)}`)).status).toBe(404)
  expect((await stranger.post(`/issues/${String(body.id)}/moves`, { move: 'withdraw', version: 1, note: 'x' })).status).toBe(404)
  expect((await stranger.get('/issues')).body.items).toEqual([])
})

test('a list pages by cursor without losing or doubling', async () => {
  const enterprise = await as('enterprise')
  for (let n = 0; n < 5; n += 1) await enterprise.post('/issues', { text: `Kiến nghị số ${n} về phòng cháy` })
  const all = (await enterprise.get('/issues?limit=200')).body.items!
  const seen: unknown[] = []
  let cursor = ''
  do {
    const { body } = await enterprise.get(`/issues?limit=2${cursor}`)
    seen.push(...body.items!.map((item) => item.id))
    cursor = body.next ? `&cursor=${String(body.next)}` : ''
  } while (cursor)
  expect(seen).toEqual(all.map((item) => item.id))
  expect((await enterprise.get('/issues?q=phong chay')).body.items).toHaveLength(5)
})

test('what does not fit is told at its field as a problem document', async () => {
  const [enterprise, coordinator] = await Promise.all([as('enterprise'), as('coordinator')])
  const filed = (await enterprise.post('/issues', { text: 'Đề nghị.' })).body
  const moves = `/issues/${String(filed.id)}/moves`
  const wrong: [unknown, number, string?][] = [
    [{ move: 'route', version: 1 }, 422, 'leadUnit'],
    [{ move: 'route', version: 1, leadUnit: 'KHONGCO' }, 422, 'leadUnit'],
    [{ move: 'fly', version: 1 }, 422, 'move'],
    [{ move: 'accept', version: 1 }, 409],
    [{ move: 'route', version: 7, leadUnit: 'STNMT' }, 409],
    [{ move: 'route', version: '1', leadUnit: 'STNMT' }, 422, 'version'],
    [[], 422],
  ]
  for (const [body, status, field] of wrong) {
    const reply = await coordinator.post(moves, body)
    expect([reply.status, reply.headers.get('Content-Type')]).toEqual([status, 'application/problem+json; charset=utf-8'])
    if (field) expect(reply.body.errors).toMatchObject([{ field }])
  }
  expect((await coordinator.get('/issues/999999999')).status).toBe(404)
  expect((await coordinator.get('/issues/%00')).status).toBeLessThan(500)
  expect((await coordinator.get('/issues?limit=0')).status).toBe(422)
  expect((await coordinator.get('/nowhere')).status).toBe(404)
})

test('without a token, with a wrong one or a wrong method there is a problem document', async () => {
  const bare = await fetch(`${app.origin}/api/v1/issues`)
  expect([bare.status, bare.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer'])
  const wrong = await fetch(`${app.origin}/api/v1/issues`, { headers: { Authorization: 'Bearer dt_0000000000000000000000000' } })
  expect(wrong.status).toBe(401)
  const method = await fetch(`${app.origin}/api/v1/issues`, { method: 'DELETE' })
  expect(method.status).toBe(405)
})

test('an annex is previewed, committed, found again and undone', async () => {
  const secretary = await as('secretary')
  const conference = (await secretary.post('/conferences', { title: 'Hội nghị đối thoại', heldOn: '2024-04-05' })).body
  const annex = () => {
    const form = new FormData()
    form.set('file', new Blob([readFileSync('db/seed/data/phu-luc-80-y-kien.xlsx')]), 'phu-luc.xlsx')
    return form
  }
  const preview = await secretary.post(`/conferences/${String(conference.id)}/imports`, annex())
  expect(preview.status).toBe(201)
  expect(preview.body.rows).toHaveLength(80)
  const commit = await secretary.post(`/imports/${String(preview.body.id)}/commit`)
  expect(commit.body).toMatchObject({ comments: 80, issues: 80 })
  const again = await secretary.post(`/conferences/${String(conference.id)}/imports`, annex())
  expect((await secretary.post(`/imports/${String(again.body.id)}/commit`)).body).toMatchObject({ comments: 0, issues: 0 })
  const list = await secretary.get(`/issues?conference=${String(conference.id)}&limit=200`)
  expect(list.body.items).toHaveLength(80)
  expect(list.body.items!.at(-1)).toMatchObject({ comment: { file: 'phu-luc.xlsx', sheet: 'Phụ lục', row: 7 }, suggestion: { leadUnit: 'STNMT' } })
  expect((await secretary.post(`/imports/${String(preview.body.id)}/undo`)).body).toMatchObject({ issues: 80 })
  expect((await secretary.get(`/issues?conference=${String(conference.id)}`)).body.items).toEqual([])
})

test('a deadline is calculated step by step by each convention', async () => {
  const officer = await as('officer')
  const due = async (body: Record<string, unknown>) => (await officer.post('/deadlines/calculate', body)).body
  expect(await due({ start: '2024-04-05', workingDays: 15 })).toMatchObject({ due: '2024-05-02', steps: expect.arrayContaining([expect.objectContaining({ kind: 'due' })]) })
  expect((await due({ start: '2024-04-05', workingDays: 15, convention: 'B' })).due).toBe('2024-04-26')
  expect((await due({ start: '2024-04-05T09:00:00+07:00', workingHours: 4 })).due).toBe('2024-04-05T14:00:00+07:00')
  expect((await officer.post('/deadlines/calculate', { start: '2024-04-05', workingDays: 0 })).status).toBe(422)
  expect((await officer.post('/deadlines/calculate', { start: 'hôm nay', workingDays: 5 })).status).toBe(422)
})

test('a suggestion names units of the day asked for, with reasons', async () => {
  const officer = await as('officer')
  const ask = (date: string) => officer.post('/routing/suggestions', { text: 'Đề nghị cấp giấy chứng nhận quyền sử dụng đất.', date })
  expect((await ask('2024-04-05')).body).toMatchObject({ group: 'land', topic: 'land.certificate', leadUnit: 'STNMT' })
  const merged = (await ask('2025-08-01')).body
  expect(merged).toMatchObject({ leadUnit: 'SNNMT' })
  expect((merged.reasons as unknown[]).length).toBeGreaterThan(0)
})

test('the description is OpenAPI 3.1 and names every address', async () => {
  const document = (await (await fetch(`${app.origin}/api/v1/openapi.json`)).json()) as { openapi: string; paths: object }
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths)).toContain('/issues/{id}/moves')
})

test('a report adds up, counts only what the person may see, and equals its list', async () => {
  const [leader, enterprise] = await Promise.all([as('leader'), as('enterprise')])
  const { body } = await leader.get('/reports/resolution?by=unit')
  for (const { formula } of body.definitions as { formula: string }[]) expect(formula).toMatch(/chia cho/)
  const total = body.total as Record<string, number>
  expect(total.received).toBe(total.answered! + total.open! + total.refused! + total.withdrawn! + total.diverted!)
  expect((body.rows as { received: number }[]).reduce((sum, row) => sum + row.received, 0)).toBe(total.received)
  const answered = await leader.get(`/issues?box=answered&limit=200&asOf=${String(body.asOf)}`)
  expect(answered.body.items).toHaveLength(total.answered!)
  const own = (await enterprise.get('/issues?limit=200')).body.items!
  expect((await enterprise.get('/reports/resolution')).body).toMatchObject({ total: { received: own.length } })
  expect((await leader.get('/reports/resolution?by=colour')).status).toBe(422)
})

test('a report says what part units had, each number with its list; who filed is told nothing of it', async () => {
  const [leader, enterprise] = await Promise.all([as('leader'), as('enterprise')])
  const { id } = await anIssue(db, { enterpriseId: house.enterpriseId, at: new Date('2025-02-10T03:00:00Z') })
  const ask = { type: 'requestOpinion', units: ['SVHTT'], question: 'Ý kiến?', dueOn: undefined } as MoveInput
  await walk(db, id, [[house.coordinator, routeTo('STNMT')], [house.officer, { type: 'accept', note: undefined }], [house.officer, ask]], new Date('2025-02-10T03:00:00Z'))
  const { body } = await leader.get('/reports/resolution?by=coordinating')
  const unit = (body.units as { unit: string; silent: number; asked: number; rates: object[] }[]).find((one) => one.unit === 'SVHTT')
  expect(unit).toMatchObject({ asked: 1, silent: 1, rates: [{ id: 'heardInTime', n: 0, of: 1 }] })
  expect((await leader.get('/issues?part=silent&partUnit=SVHTT')).body.items).toMatchObject([{ id }])
  expect((await leader.get('/issues?part=late&partUnit=SVHTT')).body.items).toEqual([])
  expect((await leader.get('/issues?part=silent')).status).toBe(422)
  expect((await enterprise.get('/reports/resolution?by=coordinating')).body.units).toEqual([])
  expect((await enterprise.get('/issues?part=silent&partUnit=SVHTT')).body.items).toEqual([])
})
