import { expect, test } from 'vitest'
import { groupOf, usualGroups } from './groups.ts'
import { splitPlace } from './place.ts'

test.each([
  ['KCN Thăng Long, Đông Anh', 'KCN Thăng Long', 'Đông Anh'],
  ['CCN Tiền Phong - giai đoạn 2, Thường Tín', 'CCN Tiền Phong - giai đoạn 2', 'Thường Tín'],
  ['Lô 5, CCN Dị Nậu, Thạch Thất.', 'Lô 5, CCN Dị Nậu', 'Thạch Thất'],
  ['KCN Phú Nghĩa, huyện Chương Mỹ, TP. Hà Nội', 'KCN Phú Nghĩa', 'huyện Chương Mỹ'],
  ['KCN Phú Nghĩa (Chương Mỹ)', 'KCN Phú Nghĩa', 'Chương Mỹ'],
  ['KCN A, lô B2', 'KCN A, lô B2', ''],
  ['KCN Thạch Thất - Quốc Oai', 'KCN Thạch Thất - Quốc Oai', ''],
  ['Hà Nội', 'Hà Nội', ''],
  ['', '', ''],
])('%s splits into zone and district', (place, zone, district) => expect(splitPlace(place)).toEqual({ zone, district }))

test.each([
  ['THỦ TỤC ĐẤT ĐAI (20 ý kiến)', 'land'],
  ['Về đất đai, giải phóng mặt bằng', 'clearance'],
  ['Công tác GPMB', 'clearance'],
  ['CHÍNH SÁCH HỖ TRỢ SẢN XUẤT, KINH DOANH', 'support'],
  ['Các nội dung khác', 'other'],
  ['admin', 'admin'],
  ['An ninh trật tự', null],
])('the title «%s» names the group %s', (title, code) => expect(groupOf(title, usualGroups)).toBe(code))
