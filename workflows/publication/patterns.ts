/** Shapes in which people and enterprises are named in Vietnamese official and ordinary writing. Texts are NFC. */

export const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu

/** 0912 345 678, (024) 3825-1234, +84 912.345.678, 1900 6789; no date, no sum of money, no number of a document. */
export const phone = /(?<![\p{L}\p{N}/.,-])(?:(?:(?:\+|00)84[ .-]?(?:\(0\))?|0)[235789](?:[. -]?\d){8,9}|\(0[235789]\d{0,2}\)(?:[. -]?\d){6,8}|1[89]00[ .-]?\d{2}[ .-]?\d{2,4})(?![\p{L}\p{N}/]|[.,]\d)/gu

/** After the words for it, in whatever length. */
export const labelledTaxCode = /(?:mã số thuế|mã số doanh nghiệp|mst|msdn)\s*(?:là|số)?\s*:?\s*(?<words>\d[\d .-]{6,16}\d)/giu
/** Ten digits, with those of a branch or without. */
export const taxCode = /(?<![\p{L}\p{N}/.,-])\d{10}(?:[ -]?\d{3})?(?![\p{L}\p{N}/]|[.,]\d)/gu

/** A citizen's number, or a bank account after its words. */
export const idNumber = /(?<![\p{L}\p{N}/.,-])\d{12}(?![\p{L}\p{N}/]|[.,]\d)|(?:cccd|cmnd|căn cước(?: công dân)?|chứng minh nhân dân|hộ chiếu|số tài khoản|stk|tài khoản số)\s*(?:số|là)?\s*:?\s*(?<words>[A-Z]?\d[\d\s.-]{5,20}\d)/giu

/** «Liên hệ: …», «Người nhận: …»: whatever stands on the rest of such a line. */
export const contactLine = /(?:^|\n)[^\S\n]*(?:[-•*][^\S\n]*)?(?:người liên hệ|liên hệ|đầu mối liên hệ|người đại diện(?: theo pháp luật)?|đại diện theo pháp luật|người ký|người kiến nghị|họ và tên|họ tên|địa chỉ liên hệ)[^\S\n]*:[^\S\n]*(?<words>[^\n]+)/giu

const word = String.raw`\p{Lu}[\p{Ll}\p{M}]*`

/** «ông Nguyễn Văn An», «Bà Trần Thị Bích Ngọc», «đ/c Hà». */
export const honorific = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:[ÔôBb](?:ng|à)|[Aa]nh|[Cc]hị|[Cc]ô|[Đđ]ồng chí|[Đđ]/c)\s+(?<words>${word}(?:[^\S\n]+${word}){0,4})`, 'gu')

const surnames = 'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Lương|Trịnh|Mai|Đào|Tạ|Cao|Chu|Hà|Lưu|Nghiêm|Tô|Thái|Trương|Vương|Quách|Kiều|Phùng|Phí|Khuất|Từ|Tống|Thân|Triệu|Lâm|Tăng|Đàm|La'
/** Streets, schools and places carry names of people, who are not meant. */
const places = 'đường|phố|ngõ|ngách|phường|xã|quận|huyện|cầu|hầm|hồ|chợ|trường|viện|bệnh viện|công viên|quảng trường|nút giao|đại lộ|làng|thôn|khu đô thị'
/** Surname, middle and given name without a word of address: three or four capitals in a row. */
export const fullName = new RegExp(String.raw`(?<![\p{L}\p{N}])(?<!(?:${places})\s+)(?!Hồ\s+(?:Hoàn\s+Kiếm|Chí\s+Minh))(?<words>(?:${surnames})(?:[^\S\n]+${word}){2,3})(?![\p{L}\p{N}])`, 'gu')

const form = String.raw`(?:[Tt]ổng\s+)?[Cc]ông\s+ty|CÔNG\s+TY|[Cc]ty|CTY|[Tt]ập\s+đoàn|[Dd]oanh\s+nghiệp\s+tư\s+nhân|DNTN|[Hh]ợp\s+tác\s+xã|HTX|[Nn]gân\s+hàng|[Cc]hi\s+nhánh|[Vv]ăn\s+phòng\s+đại\s+diện`
const kind = String.raw`TNHH|tnhh|[Tt]rách\s+nhiệm\s+hữu\s+hạn|[Cc]ổ\s+phần|CỔ\s+PHẦN|CP|MTV|[Mm]ột\s+thành\s+viên|[Hh]ai\s+thành\s+viên|1TV|2TV|[Hh]ợp\s+danh|[Ll]iên\s+doanh`
const company = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${form})(?:\s+(?:${kind}))*`, 'gu')

/** Words that go on with the sentence: a name ends before them. */
const goesOn = /^(?:đề|kiến|có|là|và|hoặc|tại|ở|đã|đang|được|bị|không|chưa|phải|muốn|xin|mong|gặp|thuộc|trong|với|về|của|do|theo|khi|nếu|thì|mà|này|đó|chúng|tôi|cần|vẫn|sẽ|cũng|nhưng|vì|để|nộp|gửi|trên|từ|đến|nói|cam|báo)$/u
/** After a form alone these too: «Công ty thuê đất»; with its kind they begin many a name, «cổ phần xây dựng số 4». */
const does = /^(?:hoạt|sản|thực|làm|xây|thuê|mua|bán|cho|đầu)$/u
const withKind = new RegExp(String.raw`\s(?:${kind})$`, 'u')

/**
 * Enterprises by their legal form and what follows: capitals, figures and signs, also small words between them, up to
 * where the sentence goes on. «Công ty chúng tôi», «công ty cổ phần» alone name nobody.
 */
export function companyIn(text: string): { from: number; to: number }[] {
  return [...text.matchAll(company)].flatMap(({ index, 0: head }) => {
    const named = nameAfter(text, index + head.length, withKind.test(head))
    return named === undefined ? [] : [{ from: index, to: named }]
  })
}

const token = /[^\S\n]+(?:(?<sign>[&–-])|["“«']?(?<word>[\p{L}\p{N}&.\-/]+)["”»']?)/uy
/** At most so many small words between two that belong to a name. */
const mostSmall = 4

function nameAfter(text: string, start: number, kindSaid: boolean): number | undefined {
  let [end, small, at]: [number | undefined, number, number] = [undefined, 0, start]
  for (;;) {
    token.lastIndex = at
    const found = token.exec(text)
    if (!found) return end
    const { sign, word: said } = found.groups ?? {}
    const bare = said?.replace(/[.\-/]+$/u, '') ?? ''
    at = token.lastIndex
    if (sign) continue
    if (goesOn.test(bare) || (!kindSaid && does.test(bare))) return end
    const strong = /^[\p{Lu}\p{N}]/u.test(bare)
    small = strong ? 0 : small + 1
    if (small > mostSmall) return end
    const closing = /["”»']$/u.test(found[0]) ? 0 : (said?.length ?? 0) - bare.length
    if (strong) end = at - closing
    // a full stop or a comma after the word ends the name with it
    if (/[.]$/u.test(said ?? '') || /^[,;:()]/u.test(text.slice(at))) return end
  }
}
