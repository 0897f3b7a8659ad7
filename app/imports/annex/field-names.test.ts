import { expect, test } from 'vitest'
import { fieldOf } from './field-names.ts'

test.each([
  ['order', ['STT', 'TT', 'Số TT', 'Số thứ tự']],
  [
    'enterprise',
    ['Doanh nghiệp', 'Tên DN', 'Doanh nghiệp/Đơn vị kiến nghị', 'Đơn vị kiến nghị', 'Đơn vị', 'Hội viên'],
  ],
  ['taxCode', ['Mã số thuế', 'MST', 'Mã số thuế/Mã số doanh nghiệp']],
  ['zone', ['Khu/cụm công nghiệp', 'KCN/CCN', 'Địa điểm thực hiện dự án', 'Địa chỉ']],
  ['district', ['Quận/huyện', 'Huyện, thị xã']],
  ['text', ['Nội dung kiến nghị của doanh nghiệp', 'Ý kiến', 'Khó khăn, vướng mắc', 'Ý KIẾN, KIẾN NGHỊ', 'Nội dung']],
  ['proposal', ['Đề xuất, kiến nghị', 'Kiến nghị, đề xuất']],
  ['group', ['Nhóm', 'Nhóm vấn đề']],
  ['topic', ['Lĩnh vực', 'Lĩnh vực kiến nghị']],
  [
    'unit',
    ['Đơn vị đề xuất xử lý', 'Cơ quan, đơn vị giải quyết', 'Đơn vị chủ trì, phối hợp', 'Thẩm quyền'],
  ],
  ['answer', ['Trả lời', 'Kết quả giải quyết', 'Ý kiến giải quyết của các sở, ngành']],
  ['note', ['Ghi chú']],
  ['contact', ['Người liên hệ', 'Họ và tên, chức vụ']],
  ['phone', ['Số điện thoại liên hệ', 'SĐT']],
  ['email', ['Email', 'Thư điện tử']],
])('%s is recognised by what offices write', (field, labels) => {
  expect(labels.map((label) => fieldOf(label)?.field)).toEqual(labels.map(() => field))
})

test.each(['Ngày kiến nghị', 'Tên dự án', 'Số ý kiến', '', 'Cơ quan', `${'Đề nghị hỗ trợ '.repeat(9)}`])(
  '«%s» heads no column we import',
  (label) => expect(fieldOf(label)).toBeUndefined(),
)
