import { expect, test } from 'vitest'
import { balanced, ruleBelow, widthOf } from './layout.ts'

test('a name that fits stays on its line; a longer one is broken where its lines become about as long', () => {
  expect(balanced('ỦY BAN NHÂN DÂN', 13, 67)).toEqual(['ỦY BAN NHÂN DÂN'])
  expect(balanced('ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI', 13, 67)).toEqual(['ỦY BAN NHÂN DÂN', 'THÀNH PHỐ HÀ NỘI'])
  expect(balanced('BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP VÀ CHẾ XUẤT THÀNH PHỐ HÀ NỘI', 13, 67)).toHaveLength(3)
})

test('no word is lost or doubled by the breaking', () => {
  const words = 'Kết luận của đồng chí Phó Chủ tịch UBND Thành phố tại Hội nghị đối thoại tháo gỡ khó khăn cho doanh nghiệp khu, cụm công nghiệp trên địa bàn'
  expect(balanced(words, 14, 150).join(' ')).toBe(words)
})

test('a rule is a third to a half as long as the name above it', () => {
  for (const name of ['SỞ XÂY DỰNG', 'THÀNH PHỐ HÀ NỘI', 'Kết luận tại hội nghị']) {
    const share = ruleBelow(name, 13, 200) / widthOf(name, 13)
    expect(share).toBeGreaterThan(1 / 3)
    expect(share).toBeLessThan(1 / 2)
  }
})
