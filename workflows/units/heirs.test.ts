import { expect, test } from 'vitest'
import { heirFor, type Places } from './heirs.ts'

const at = (of: Partial<Places>): Places => ({ zone: null, zoneDistrict: null, district: null, text: 'Đề nghị cấp phép', ...of })
const wards = [
  { code: 'P-HD', nameVi: 'UBND phường Hà Đông' }, { code: 'P-YN', nameVi: 'UBND phường Yên Nghĩa' },
  { code: 'P-P', nameVi: 'UBND phường Phúc' }, { code: 'P-PL', nameVi: 'UBND phường Phúc Lợi' },
]

test('one successor takes all', () => {
  expect(heirFor(at({}), [{ code: 'SNNMT', nameVi: 'Sở Nông nghiệp và Môi trường' }])).toEqual({ code: 'SNNMT', reason: { key: 'onlyHeir' } })
})

test('of several the one whose place is named takes it: the zone is surer than the district, the district than the text', () => {
  expect(heirFor(at({ zone: 'CCN Yên Nghĩa', district: 'phường Hà Đông' }), wards)).toEqual({ code: 'P-YN', reason: { key: 'zone', params: { place: 'CCN Yên Nghĩa' } } })
  expect(heirFor(at({ zone: 'CCN Mẫu', zoneDistrict: 'phuong yen nghia', text: 'ở Hà Đông' }), wards)).toMatchObject({ code: 'P-YN', reason: { key: 'zoneDistrict' } })
  expect(heirFor(at({ text: 'Đường vào xưởng tại yên nghĩa ngập nước.' }), wards)).toMatchObject({ code: 'P-YN', reason: { key: 'text' } })
})

test('nobody is proposed where none is named, or two at once; a name inside a longer one is not named', () => {
  expect(heirFor(at({}), wards)).toBeUndefined()
  expect(heirFor(at({ district: 'Hà Đông, Yên Nghĩa', text: 'Yên Nghĩa' }), wards)).toBeUndefined()
  expect(heirFor(at({ district: 'phường Phúc Lợi' }), wards)).toMatchObject({ code: 'P-PL' })
  expect(heirFor(at({}), [])).toBeUndefined()
})
