import { expect, test } from 'vitest'
import { similarTo, type Asking } from './similar.ts'

const asking = (id: number, text: string, of: Partial<Asking> = {}): Asking => ({ id, text, topic: null, zone: null, district: null, leadUnit: null, ...of })

const rent = asking(1, 'Đề nghị Thành phố giảm tiền thuê đất năm 2024 cho doanh nghiệp trong khu công nghiệp Thăng Long.', { topic: 'rent', zone: 'KCN Thăng Long' })
const others = [
  asking(2, 'Công ty xin được giảm tiền thuê đất năm 2024 do kinh doanh khó khăn.', { topic: 'rent' }),
  asking(3, 'GIAM TIEN THUE DAT nam 2024 cho doanh nghiep khu cong nghiep', { zone: 'KCN Thăng Long' }),
  asking(4, 'Đề nghị Thành phố sớm cấp điện ổn định cho doanh nghiệp trong cụm công nghiệp.', { topic: 'power', zone: 'KCN Thăng Long' }),
  asking(5, 'Đề nghị Ủy ban nhân dân Thành phố xem xét, giải quyết khó khăn, vướng mắc cho doanh nghiệp.', { topic: 'rent', zone: 'KCN Thăng Long', leadUnit: 'STC' }),
]

test('the same wish in other words, without accents or in capitals is found; another wish from the same place is not', () => {
  expect(similarTo(rent, others).map(({ id }) => id).sort()).toEqual([2, 3])
})

test('the reasons are the wording both share, as the issue spells it, and what else is the same', () => {
  const [first] = similarTo(rent, [others[1]!])
  expect(first!.reasons[0]).toMatchObject({ key: 'sharedWords', params: { words: expect.stringContaining('giảm tiền thuê đất') as string } })
  expect(first!.reasons.slice(1)).toEqual([{ key: 'sameZone', params: { place: 'KCN Thăng Long' } }])
  const [second] = similarTo({ ...rent, leadUnit: 'STC' }, [{ ...others[0]!, leadUnit: 'STC' }])
  expect(second!.reasons.slice(1)).toEqual([{ key: 'sameTopic', params: { code: 'rent' } }, { key: 'sameLead', params: { code: 'STC' } }])
})

test('topic, place and lead unit alone never make two issues the same', () => {
  expect(similarTo(rent, [others[3]!])).toEqual([])
})

test('likeness is the same from both sides', () => {
  const forth = similarTo(rent, [others[0]!])[0]!.score
  const back = similarTo(others[0]!, [rent])[0]!.score
  expect(forth).toBeCloseTo(back, 10)
})

test('of two candidates the one that shares the rarer words comes first, and equal ones in the order of the register', () => {
  const noise = Array.from({ length: 20 }, (_, at) => asking(100 + at, 'giảm tiền thuê nhà xưởng, phụ phí bến bãi'))
  const found = similarTo(asking(1, 'phụ phí bến bãi và trạm biến áp cao thế'), [asking(8, 'trạm biến áp cao thế'), ...noise])
  expect(found[0]?.id).toBe(8)
  const ids = found.slice(1).map(({ id }) => id)
  expect(ids).toEqual(ids.toSorted((a, b) => a - b))
})

test('an empty text is like nothing', () => {
  expect(similarTo(asking(1, ' '), others)).toEqual([])
})

test('a phrase shared at the very end of a text is told too', () => {
  expect(similarTo(asking(1, 'xây trạm biến áp'), [asking(2, 'thiếu trạm biến áp')])[0]?.reasons).toEqual([{ key: 'sharedWords', params: { words: 'trạm biến áp' } }])
})

test('words on both sides of a stop are no phrase', () => {
  expect(similarTo(asking(1, 'Mở rộng cụm Thanh Oai. Đường trục hẹp'), [asking(2, 'Cụm Thanh Oai. Đường trục hẹp')])[0]?.reasons[0]?.params).toEqual({ words: 'cụm thanh oai, đường trục hẹp' })
})
