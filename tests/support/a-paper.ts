import { bold, closed, heading, paragraph, table, text, type Paper } from '#workflows/documents/official.ts'
import { dateLine, numberLine } from '#workflows/documents/wording.ts'

const issuer = 'ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI'
export const abstract = 'Kết luận của Phó Chủ tịch UBND Thành phố tại Hội nghị đối thoại với doanh nghiệp khu, cụm công nghiệp'
const columns = [
  { label: 'STT', share: 12, align: 'center' as const }, { label: 'Nội dung nhiệm vụ', share: 120 }, { label: 'Đơn vị chủ trì', share: 60 }, { label: 'Thời hạn', share: 40 },
]

/** The words of the n-th of many tasks. */
export const taskWords = (n: number) => `Rà soát hồ sơ thứ ${n} về giải phóng mặt bằng, Ế Ữ Đ; nghiêng, khuỷu, thuở, quặng: trả lời doanh nghiệp bằng văn bản.`

/** A notice as it is issued, with as many tasks in its annex. */
export const aPaper = (tasks = 3): Paper => ({
  title: 'Thông báo kết luận',
  letter: {
    issuerAbove: null, issuer, number: numberLine('761/TB-UBND', 'notice', issuer), dated: dateLine('Hà Nội', '2024-04-05'), draft: false, type: 'THÔNG BÁO', abstract,
    body: [
      paragraph('Ngày 05/4/2024, Phó Chủ tịch UBND Thành phố chủ trì hội nghị đối thoại và kết luận như sau:'), heading('I. Nhiệm vụ'),
      paragraph([bold('1. Sở Tài nguyên và Môi trường'), text(` chủ trì: ${taskWords(1)}`)]),
      paragraph(closed('Các đơn vị nghiêm túc thực hiện.')),
    ],
    signatures: [{ authority: 'TL. CHỦ TỊCH', position: 'CHÁNH VĂN PHÒNG', name: 'Nguyễn Mẫu Hữu' }],
    recipients: ['Chủ tịch, các Phó Chủ tịch', 'Các Sở, ban, ngành', 'Lưu: VT, KTTH'],
  },
  annexes: [{
    number: null, title: 'DANH MỤC NHIỆM VỤ', reference: '(Kèm theo Thông báo số 761/TB-UBND ngày 05 tháng 4 năm 2024)', landscape: true,
    body: [table(columns, Array.from({ length: tasks }, (_, at) => ({ cells: [String(at + 1), taskWords(at + 1), 'Sở Tài nguyên và Môi trường', '30/04/2024'] })))],
  }],
})
