import { expect, test } from 'vitest'
import { enterpriseKey } from './enterprise-name.ts'

test.each([
  'Công ty TNHH Mẫu An Phát', 'CÔNG TY TRÁCH NHIỆM HỮU HẠN MẪU AN PHÁT', 'Cty TNHH Mẫu An Phát', 'Công ty TNHH MTV Mẫu An Phát', 'Công ty TNHH một thành viên Mẫu An Phát',
  'Công ty cổ phần Mẫu An Phát', 'Cty CP Mẫu An Phát', 'CTCP Mẫu An Phát', 'DNTN Mẫu An Phát', 'cong ty  mau an phat',
])('«%s» is the enterprise «Mẫu An Phát»', (name) => {
  expect(enterpriseKey(name)).toBe('mau an phat')
})

test.each([
  ['Cty TNHH SX&TM Mẫu Bách', 'Công ty TNHH Sản xuất và Thương mại Mẫu Bách'],
  ['Công ty CP XNK Mẫu Sao', 'Công ty cổ phần Xuất nhập khẩu Mẫu Sao'],
])('«%s» and «%s» are one', (one, other) => {
  expect(enterpriseKey(one)).toBe(enterpriseKey(other))
})

test('names that differ stay apart, and a kind alone names nobody', () => {
  expect(enterpriseKey('Công ty TNHH Mẫu An')).not.toBe(enterpriseKey('Công ty TNHH Mẫu An Phát'))
  expect(['Công ty TNHH', 'Doanh nghiệp '].map(enterpriseKey)).toEqual(['', ''])
})
