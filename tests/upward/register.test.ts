import { beforeAll, expect, test } from 'vitest'
import { upwardView } from '#app/issues/upward-view.server.ts'
import { countUpward, listUpward, upwardByDocument } from '#db/queries/upward-register.ts'
import { legalCitations } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aPerson } from '#tests/support/people.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'

const { db } = await testDatabase()
beforeAll(() => seedReference(db))

const letter = (letterNumber: string, letterDate: string) => ({ letterNumber, letterDate, note: undefined })
const send = (number: string, date: string): MoveInput => ({ type: 'escalateUpward', authority: 'Bộ Tài nguyên và Môi trường', ...letter(number, date) })
const chase = (number: string, date: string): MoveInput => ({ type: 'chaseUpward', ...letter(number, date) })
const reply = (number: string, date: string): MoveInput => ({ type: 'upwardAnswered', letterNumber: number, letterDate: date, text: 'Đồng ý.' })

async function register() {
  const house = await aHouse(db)
  const { coordinator, officer, enterpriseId } = house
  const other = await aPerson(db, 'officer', { unit: 'SXD' })
  const issue = async (unit: 'STNMT' | 'SXD', moves: MoveInput[]) => {
    const by = unit === 'STNMT' ? officer : other
    const { id, code } = await anIssue(db, { enterpriseId })
    await walk(db, id, [[coordinator, routeTo(unit)], [by, { type: 'accept', note: undefined }], ...moves.map((move): [typeof by, MoveInput] => [by, move])])
    return code
  }
  const chased = await issue('STNMT', [send('10/UBND', '2025-03-03'), chase('11/UBND', '2025-03-10'), chase('12/UBND', '2025-03-20')])
  const twice = await issue('STNMT', [send('1/UBND', '2025-02-03'), chase('2/UBND', '2025-02-10'), reply('5/BTNMT', '2025-02-20'), send('3/UBND', '2025-03-05')])
  const elsewhere = await issue('SXD', [send('20/UBND', '2025-01-06')])
  return { ...house, other, chased, twice, elsewhere }
}

test('the register says of each letter how long it is open, how often it was chased and what came back', async () => {
  const { coordinator, leader, officer, other, chased, twice, elsewhere } = await register()
  const ask = { language: 'vi', now: new Date('2025-03-31T16:59:59Z') } as const
  const open = await upwardView(db, { ...ask, actor: coordinator, state: 'open' })
  expect(open.counts).toEqual({ open: 3, answered: 1 })
  expect(open.rows.map(({ code, number, days, chased: times, lastChased }) => [code, number, days, times, lastChased])).toEqual([
    [elsewhere, '20/UBND', 84, 0, null], [chased, '10/UBND', 28, 2, '2025-03-20'], [twice, '3/UBND', 26, 0, null],
  ])
  const answered = await upwardView(db, { ...ask, actor: leader, state: 'answered' })
  expect(answered.rows).toMatchObject([{ code: twice, number: '1/UBND', chased: 1, days: 17, answer: { number: '5/BTNMT', date: '2025-02-20' } }])
  const own = await upwardView(db, { ...ask, actor: officer, state: 'open' })
  expect(own.rows.map(({ code, mine }) => [code, mine])).toEqual([[chased, true], [twice, true]])
  expect((await upwardView(db, { ...ask, actor: other, state: 'open' })).rows.map(({ code }) => code)).toEqual([elsewhere])
  const pages = [await listUpward(db, coordinator, { state: 'open', limit: 2 })]
  pages.push(await listUpward(db, coordinator, { state: 'open', limit: 2, cursor: pages[0]!.next ?? '' }))
  expect(pages.flatMap(({ items }) => items.map(({ number }) => number))).toEqual(['20/UBND', '10/UBND', '3/UBND'])
  expect(pages[1]!.next).toBeNull()
})

test('a cursor that names no day, or none that exists, begins at the beginning', async () => {
  const { coordinator } = await aHouse(db)
  const first = await listUpward(db, coordinator, { state: 'open', limit: 2 })
  for (const cursor of ['2025-02-31_5', '2025-13-01_5', 'x']) {
    expect(await listUpward(db, coordinator, { state: 'open', limit: 2, cursor })).toEqual(first)
  }
})

test('an issue above the city is closed by nothing but the reply', async () => {
  const { officer, head } = await aHouse(db)
  const { coordinator } = await aHouse(db)
  const { id } = await anIssue(db)
  await walk(db, id, [[coordinator, routeTo('STNMT')], [officer, { type: 'accept', note: undefined }], [officer, send('9/UBND', '2025-03-03')]])
  await expect(walk(db, id, [[officer, { type: 'submitAnswer', text: 'Xong.', note: undefined }]])).rejects.toMatchObject({ status: 409 })
  await expect(walk(db, id, [[head, { type: 'fulfil', evidence: 'Xong.' }]])).rejects.toMatchObject({ status: 409 })
  await walk(db, id, [[officer, reply('4/BXD', '2025-03-20')], [officer, { type: 'submitAnswer', text: 'Xong.', note: undefined }]])
})

test('letters are counted by the legal document they are about, each number as long as its list', async () => {
  const { coordinator, officer, enterpriseId } = await aHouse(db)
  const other = await aPerson(db, 'officer', { unit: 'SXD' })
  await db.insert(legalCitations).values([{ number: '31/2024/QH15', title: 'Luật Đất đai' }, { number: '92/2017/NĐ-CP', title: 'Nghị định' }, { number: '1/2024/QH15', title: 'Luật khác' }]).onConflictDoNothing()
  const about = async (text: string, ...moves: MoveInput[]) => {
    const { id } = await anIssue(db, { enterpriseId, text })
    await walk(db, id, [[coordinator, routeTo('STNMT')], [officer, { type: 'accept', note: undefined }], ...moves.map((move): [typeof officer, MoveInput] => [officer, move])])
  }
  await about('Vướng Điều 5 Luật số 31/2024/QH15 và lại 31/2024/qh15.', send('91/UBND', '2025-04-01'))
  await about('Vướng 92/2017/nđ–cp.', send('92/UBND', '2025-04-02'), reply('7/BTNMT', '2025-04-09'), send('93/UBND', '2025-04-10'))
  await about('Không nêu gì; hồ sơ 131/2024/QH15.', send('94/UBND', '2025-04-03'))
  const answers = { type: 'upwardAnswered', letterNumber: '8/BTNMT', letterDate: '2025-04-12', text: 'Theo 31/2024/QH15.' } as MoveInput
  await about('Không nêu gì.', send('95/UBND', '2025-04-04'), answers)
  const found = await upwardByDocument(db, coordinator)
  expect(found.map(({ number, open, answered }) => [number, open, answered])).toEqual([['31/2024/QH15', 1, 1], ['92/2017/NĐ-CP', 1, 1]])
  for (const by of [coordinator, officer]) {
    for (const { number, ...counts } of await upwardByDocument(db, by)) {
      expect(await countUpward(db, by, number)).toEqual({ open: counts.open, answered: counts.answered })
      for (const state of ['open', 'answered'] as const) expect((await listUpward(db, by, { state, limit: 50, document: number })).items.length).toBe(counts[state])
    }
  }
  expect(await upwardByDocument(db, other)).toEqual([])
})
