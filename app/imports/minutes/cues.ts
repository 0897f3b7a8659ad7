import { flat } from './flat.ts'

/** What the paragraphs under a heading are. */
export type Part = 'comments' | 'answers' | 'tasks' | 'meeting'

const marks: [style: string, pattern: RegExp][] = [
  ['roman', /^\s*\(?(?:x{0,2}(?:ix|iv|v?i{1,3}|v|x))[.)]\s+/i], ['digit', /^\s*\(?\d{1,3}(?:\.\d{1,2})*[.)]\s+/], ['letter', /^\s*(?:\(?[a-zđ]\)|[a-hđ]\.)\s+/],
  ['dash', /^\s*[-–—]\s+/], ['plus', /^\s*\+\s*/], ['dot', /^\s*[•*▪◦]\s*/],
]

/** The kind of mark a list item begins with, so that items of one list are known as such. */
export function markOf({ text, list }: { text: string; list: number }): { style: string; length: number } | undefined {
  for (const [style, pattern] of marks) {
    const length = pattern.exec(text)?.[0].length
    if (length !== undefined) return { style, length }
  }
  return list > 0 ? { style: `list${list}`, length: 0 } : undefined
}

const office = '(?:sở|cục|chi cục|tổng cục|ubnd|ủy ban|uỷ ban|ban quản lý|công an|thanh tra|kho bạc|bảo hiểm xã hội|phòng|p\\.|văn phòng|điện lực|ngân hàng nhà nước|trung tâm|hải quan|bộ|cơ quan thuế|viện|chi nhánh nhnn|evn)'
const officer = '(?:(?:đại diện|lãnh đạo|đ/c|đồng chí|ông|bà|phó giám đốc|giám đốc|trưởng phòng|phó trưởng phòng|thay mặt)(?:(?!công ty|cty|htx|hợp tác xã|doanh nghiệp)[^.:;]){0,60}?\\s)?'
const answering = '(?:trả lời|giải đáp|cho biết|tiếp thu|làm rõ|thông tin|giải thích|giải trình|phản hồi|ghi nhận|cam kết)'
const opensAnswer = /^(?:trả lời|giải đáp|tiếp thu|phản hồi|làm rõ|giải trình)\s/
const officeAnswers = new RegExp(`^${officer}${office}\\s[^.:;]{0,80}?(?<!(?:chưa|không|ko|chậm) )${answering}(?![\\p{L}])`, 'u')
const officeColon = new RegExp(`^${officer}${office}(?:\\s[^.:;]{0,60})?:`, 'u')
const namedAnswers = new RegExp(`^(?:đại diện|lãnh đạo|ông|bà)\\s[^.:;]{0,90}?(?<!(?:chưa|không) )(?:trả lời|giải đáp|tiếp thu)(?![\\p{L}])`, 'u')

/** An authority speaks. Inside a paragraph that somebody else began it must be said plainly, after «đại diện» or with a colon. */
export function answers(sentence: string, first: boolean): boolean {
  const shown = bare(sentence)
  if (opensAnswer.test(shown) || namedAnswers.test(shown)) return true
  return first ? officeAnswers.test(shown) || officeColon.test(shown) : officeColon.test(shown) || (/^(?:đại diện|lãnh đạo)/.test(shown) && officeAnswers.test(shown))
}

const toOffice = '(?:sở|ubnd|ủy ban|uỷ ban|văn phòng|phòng|p\\.|ban |cục|chi cục|công an|thanh tra|các (?:sở|đơn vị|ngành|huyện|phòng))'
const chairSays = /^(?:chủ trì|chủ tọa|pct|chủ tịch|phó chủ tịch|đồng chí|đ\/c|lãnh đạo|ông|bà)[^.:]{0,100}?(?:kết luận|chỉ đạo|bế mạc|thống nhất giao|giao (?:sở|ubnd|phòng|văn phòng|ban ))/u
const gives = new RegExp(`^(?:kết luận|giao|yêu cầu|chỉ đạo|phân công)[: ]\\s*(?:${toOffice}|hội nghị|chủ trì)`, 'u')
const concluding = /^kết luận (?:hội nghị|buổi|của)/

/** The chair concludes, or gives somebody something to do. */
export function concludes(sentence: string): boolean {
  const shown = bare(sentence)
  return (chairSays.test(shown) && !/khai mạc/.test(shown)) || gives.test(shown) || concluding.test(shown)
}

/** Of a conclusion: the next task begins here. */
export const givesTask = (sentence: string) => new RegExp(`^(?:giao|yêu cầu|đề nghị|${toOffice})`, 'u').test(bare(sentence))

const meeting = /^(?:cong hoa xa hoi|doc lap|bien ban|so\s*:|kinh gui|kinh thua|thoi gian|dia diem|thanh phan|chu tri\s*:|chu toa\s*:|thu ky|noi nhan|luu\s*:|nhu tren|trung thanh|tran trong|(?:hoi nghi|buoi [a-z ]{3,14}|cuoc hop) (?:ket thuc|bat dau|be mac|khai mac)|ket thuc|hom nay|khai mac|co mat|chuong trinh|vang mat|ghi nhanh|tong hop y kien|ha noi, ngay|chu tri$|xac nhan)/
const closing = /^(?:noi nhan|(?:hoi nghi|buoi [a-z ]{3,14}|cuoc hop) (?:ket thuc|be mac)|ket thuc|bien ban (?:nay |da )*(?:duoc )?(?:lap|doc)|thu ky|chu tri$|(?:[a-z ]{2,60} )?(?:kinh|tran trong) (?:de nghi|trinh|bao cao|cam on))/
const greets = /(?:cam on|chao mung|khai mac|nhan manh|muc dich)/

/** Time, place, attendance, formulas. */
export const isMeeting = (sentence: string) => meeting.test(flat(sentence).replace(/^[\s\-–+*•]+/, ''))
/** A list of who was there follows; names in it speak only where it says so. */
export const opensAttendance = (sentence: string) => /^(?:thanh phan|co mat|dai bieu tham du)[^.]*:?\s*$/.test(flat(sentence))
export const isClosing = (sentence: string) => closing.test(flat(sentence).trim())
export const isGreeting = (sentence: string) => greets.test(flat(sentence))

const ordinal = /^(?:\(\d{1,2}\)\s|(?:y kien|kien nghi|van de|noi dung|cau hoi)\s+(?:thu\s+)?(?:nhat|hai|ba|tu|nam|sau|bay|\d{1,2})(?![a-z])|thu\s+(?:nhat|hai|ba|tu|nam|sau|bay|\d)(?![a-z])|(?:mot|hai|ba|bon|nam|sau|bay) la(?![a-z]))/
const connective = /^(?:ngoai ra|ben canh do|dong thoi|mat khac|them vao do|nhan day|cuoi cung)(?![a-z])|^[^.,:;]{0,25}\bcung (?:de nghi|kien nghi|d\/n|kn|xin|mong|de xuat)(?![a-z])/
const anonymous = /^(?:mot (?:so |vai )?|nhieu |co (?:mot (?:so )?|nhieu )?|cac |da so )(?:doanh nghiep|dn|cong ty|cty|hop tac xa|htx|ho kinh doanh|dai bieu)(?![a-z])/
const asking = /(?<![a-z])(?:de nghi|kien nghi|de xuat|mong|xin|hoi|thac mac|d\/n|kn|cho phep|yeu cau|phan anh|neu)(?![a-z])|\?/

export const isOrdinal = (sentence: string) => ordinal.test(flat(bare(sentence)))
export const isConnective = (sentence: string) => connective.test(flat(bare(sentence)))
export const isAnonymous = (sentence: string) => anonymous.test(flat(bare(sentence)))
export const asks = (sentence: string) => asking.test(flat(sentence))

/** In small letters, without the mark of a list item. */
const bare = (sentence: string) => sentence.slice(markOf({ text: sentence, list: 0 })?.length ?? 0).trim().toLowerCase()

const partWords: [Part, RegExp][] = [
  ['answers', /(?:tra loi|giai dap|tiep thu|giai trinh|y kien (?:cua )?(?:cac )?(?:don vi|so|nganh|co quan|phong))/],
  ['tasks', /(?:ket luan|chi dao|nhiem vu|phan cong)/],
  ['meeting', /(?:thanh phan|khai mac|tham du|chuong trinh|thoi gian|dia diem|be mac|muc dich)/],
  ['comments', /(?:y kien|kien nghi|phan anh|noi dung|linh vuc|nhom|doanh nghiep|dien bien|vuong mac|kho khan|thu tuc|chinh sach|^ve )/],
]

/** A line that stands over others; `part` says what they are, where it says so. */
export function headingOf(paragraph: { text: string; list: number }): { part?: Part } | undefined {
  const { text } = paragraph
  const mark = markOf(paragraph)
  const words = flat(text.slice(mark?.length ?? 0)).trim()
  if (text.length > 140 || words === '' || /[.;?!…,]$/.test(words)) return undefined
  const capitals = text === text.toUpperCase() && /\p{Lu}{3}/u.test(text)
  const over = /^\s*(?:[IVX]{1,5}|[A-H])[.)]\s/.test(text) || /^(?:phan|nhom|muc) (?:\d|[ivx]+|thu)/.test(words)
  const numberedTopic = mark?.style === 'digit' && /^(?:linh vuc|nhom|ve (?:linh vuc|nhom|cong tac|thu tuc|chinh sach)|mot so (?:noi dung|y kien|kien nghi)|cac (?:noi dung|y kien|kien nghi))/.test(words)
  if (!capitals && !over && !numberedTopic) return undefined
  return { part: partWords.find(([, pattern]) => pattern.test(words))?.[0] }
}
