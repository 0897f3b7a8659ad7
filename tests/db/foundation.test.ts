import { describe, expect, test } from 'vitest'
import { testDatabase } from '#tests/support/database.ts'

const { sql } = await testDatabase()
const other = await testDatabase()

const fold = async (text: string) => (await sql`select fold_vi(${text}) as folded`)[0]!.folded
const found = async (text: string, query: string) =>
  (await sql`select search_vi(${text}) @@ search_query_vi(${query}) as found`)[0]!.found
const plan = async (query: string) =>
  sql.begin(async (tx) => {
    await tx`set local enable_seqscan = off`
    return JSON.stringify(await tx.unsafe(`explain ${query}`))
  })

test('two databases made for tests do not see each other', async () => {
  await sql`create table only_here (id int)`
  expect(await other.sql`select to_regclass('only_here') as found`).toEqual([{ found: null }])
})

describe('folding Vietnamese', () => {
  test.each([
    ['Giải phóng MẶT BẰNG', 'giai phong mat bang'],
    ['Đống Đa, đường Đê La Thành', 'dong da, duong de la thanh'],
    ['hoà', 'hoa'],
    ['hòa', 'hoa'],
    ['thuỷ lợi, thúy', 'thuy loi, thuy'],
    ['Ưu đãi ở nước', 'uu dai o nuoc'],
  ])('%s is compared as %s', async (text, folded) => expect(await fold(text)).toBe(folded))

  test('composed and decomposed letters are the same', async () =>
    expect(await fold('Giải phóng mặt bằng'.normalize('NFD'))).toBe('giai phong mat bang'))

  test('what is folded can stand in an index, and the index is used', async () => {
    await sql`create table named (name text)`
    await sql`create index named_like on named using gin (fold_vi(name) gin_trgm_ops)`
    expect(await plan(`select * from named where fold_vi(name) like '%dong da%'`)).toContain('named_like')
  })
})

describe('searching', () => {
  test('words are found without their accents, with them, and in any order', async () => {
    for (const query of ['giai phong mat bang', 'giải phóng mặt bằng', 'mặt bằng GIẢI PHÓNG', '"mat bang"'])
      expect(await found('Vướng mắc về giải phóng mặt bằng tại quận', query), query).toBe(true)
    expect(await found('Vướng mắc về giải phóng mặt bằng', '"bang mat"')).toBe(false)
  })

  test('the parts of a letter number are words', async () => {
    for (const query of ['QĐ-UBND', 'ubnd', '12', '12/QĐ-UBND'])
      expect(await found('theo Quyết định 12/QĐ-UBND ngày 5/4', query), query).toBe(true)
  })

  test('a text of ten megabytes is searched at its beginning and refused nowhere', async () => {
    const long = `mở đầu ${Array.from({ length: 1_200_000 }, (_, n) => n).join(' ')}`
    expect(await found(long, 'mo dau')).toBe(true)
  })

  test('the words can be a generated column behind an index', async () => {
    await sql`create table said (text text, words tsvector generated always as (search_vi(text)) stored)`
    await sql`create index said_words on said using gin (words)`
    expect(await plan(`select * from said where words @@ search_query_vi('thue dat')`)).toContain('said_words')
  })
})

test('names are sorted as a Vietnamese dictionary sorts them', async () => {
  const names = sql`unnest(array['đất', 'dao', 'an', 'ân', 'ăn', 'đa', 'da']) as name`
  const sorted = await sql`select name from ${names} order by name collate "vi-VN-x-icu"`
  expect(sorted.map(({ name }) => name)).toEqual(['an', 'ăn', 'ân', 'da', 'dao', 'đa', 'đất'])
})

describe('an append-only table', async () => {
  await sql`create table told (id int)`
  await sql`insert into told values (1)`
  await sql`select make_append_only('told')`

  test('takes new rows', async () => {
    await sql`insert into told values (2)`
    expect(await sql`select id from told order by id`).toEqual([{ id: 1 }, { id: 2 }])
  })

  test.each(['update told set id = 3', 'delete from told', 'delete from told where false', 'truncate told'])(
    'refuses «%s»',
    async (statement) => {
      await expect(sql.unsafe(statement)).rejects.toMatchObject({ code: '23001', message: /append-only/ })
    },
  )

  test('refuses also where ordinary triggers are switched off', async () => {
    const quietly = sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`delete from told`
    })
    await expect(quietly).rejects.toMatchObject({ code: '23001' })
  })
})
