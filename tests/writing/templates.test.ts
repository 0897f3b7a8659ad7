import { desc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { saveCitation } from '#app/admin/save-citation.server.ts'
import { saveTemplate } from '#app/admin/save-template.server.ts'
import { citationForm, templateForm } from '#app/admin/writing-form.ts'
import { insertTemplate } from '#app/issues/insert-template.server.ts'
import { documentsOutOfForce, templatesFor } from '#db/queries/answer-templates.ts'
import { adminEvents, answerTemplates, legalCitations } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHouse, anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { citationWarnings, documentsCited } from '#workflows/text/citations.ts'

const { db } = await testDatabase()
let house: Awaited<ReturnType<typeof aHouse>>
let template: (title: string, of?: Record<string, unknown>) => Promise<number>
beforeAll(async () => {
  await seedReference(db)
  house = await aHouse(db)
  template = async (name, of = {}) => {
    await saveTemplate(db, house.coordinator, null, templateForm.parse({ name, text: `${name}: nội dung.`, inUse: 'yes', ...of }))
    const [row] = await db.select({ id: answerTemplates.id }).from(answerTemplates).where(eq(answerTemplates.title, name)).orderBy(desc(answerTemplates.id))
    return row!.id
  }
})

test('an issue is offered the templates of its topic, then of its group, then the general ones, in use', async () => {
  await template('Theo chủ đề', { topic: 'land.certificate' })
  await template('Theo nhóm', { group: 'land' })
  await template('Chung', {})
  await template('Chủ đề khác', { topic: 'land.allocation_lease' })
  await template('Thôi dùng', { inUse: '' })
  const titles = (await templatesFor(db, { topic: 'land.certificate', group: 'land' })).map(({ title }) => title)
  expect(titles.filter((title) => ['Theo chủ đề', 'Theo nhóm', 'Chung', 'Chủ đề khác', 'Thôi dùng'].includes(title))).toEqual(['Theo chủ đề', 'Theo nhóm', 'Chung'])
})

describe('a template that is inserted', () => {
  const atWork = async () => {
    const { id } = await anIssue(db, { enterpriseId: house.enterpriseId })
    await walk(db, id, [[house.coordinator, routeTo('STNMT', { group: 'land' })], [house.officer, { type: 'accept', note: undefined }]])
    return id
  }
  test('is read by nobody but those who write the answer', async () => {
    const [known, id] = [await template('Nội bộ'), await atWork()]
    for (const actor of [house.enterprise, house.coordinator, house.leader]) {
      await expect(insertTemplate(db, { id, template: String(known), text: '', actor })).rejects.toMatchObject({ status: 409 })
    }
  })
  test('comes after what was typed, with the documents it rests on that are not named yet', async () => {
    const id = await template('Đất đai', { group: 'land', text: 'Căn cứ:', citations: ['31/2024/QH15', '102/2024/NĐ-CP'] })
    const text = await insertTemplate(db, { id: await atWork(), template: String(id), text: 'Đã gõ, theo 31/2024/QH15.\n', actor: house.officer })
    expect(text).toMatch(/^Đã gõ, theo 31\/2024\/QH15\.\n\nCăn cứ:\n- Nghị định .*, 102\/2024\/NĐ-CP$/)
    expect(documentsCited(text!)).toEqual(['31/2024/QH15', '102/2024/NĐ-CP'])
  })
  test.each(['', '0', 'x', '999999', "1'--"])('is none where «%s» names none for this issue', async (wrong) => {
    expect(await insertTemplate(db, { id: await atWork(), template: wrong, text: 'Đã gõ.', actor: house.officer })).toBeUndefined()
  })
})

test('a document that has ended is warned of from the day after, with what replaced it', async () => {
  const register = await documentsOutOfForce(db, '2024-08-01')
  expect(citationWarnings('theo Luật số 45/2013/QH13 và 31/2024/QH15', register, '2024-08-01')).toMatchObject([{ number: '45/2013/QH13', because: 'ended', replacedBy: '31/2024/QH15' }])
  const before = await documentsOutOfForce(db, '2024-07-31')
  expect(citationWarnings('theo Luật số 45/2013/QH13 và 31/2024/QH15', before, '2024-07-31')).toMatchObject([{ number: '31/2024/QH15', because: 'notYet' }])
})

test('every change of a document or a template is in the log of changes, before and after', async () => {
  const input = citationForm.parse({ number: '10/2026/NĐ-CP', name: 'Nghị định mẫu', validFrom: '2026-01-01', validTo: '' })
  await saveCitation(db, house.coordinator, null, input)
  const [row] = await db.select().from(legalCitations).where(eq(legalCitations.number, input.number))
  await saveCitation(db, house.coordinator, row!.id, { ...input, validTo: '2026-06-30' })
  const log = await db.select().from(adminEvents).where(eq(adminEvents.subject, 'citation')).orderBy(adminEvents.id)
  expect(log.map(({ change, before, after }) => [change, (before as { validTo?: string })?.validTo, (after as { validTo?: string }).validTo])).toEqual([['add', undefined, null], ['change', null, '2026-06-30']])
  await expect(saveCitation(db, house.coordinator, null, input)).rejects.toMatchObject({ status: 422, fields: { number: { key: 'writing:invalid.numberTaken' } } })
})

test.each([
  ['a number that is none', citationForm, { number: 'Luật Đất đai', name: 'x' }, 'number'],
  ['an end before the beginning', citationForm, { number: '1/2024/QH15', name: 'x', validFrom: '2024-05-01', validTo: '2024-04-30' }, 'validTo'],
  ['an address that is none', citationForm, { number: '1/2024/QH15', name: 'x', url: 'javascript:alert(1)' }, 'url'],
  ['a topic and a group', templateForm, { name: 'x', text: 'y', topic: 'land.certificate', group: 'land' }, 'group'],
  ['no words', templateForm, { name: 'x', text: ' ' }, 'text'],
])('%s is told at its field', (_, form, input, field) => {
  expect(form.safeParse(input).error?.issues.map(({ path }) => path[0])).toContain(field)
})
