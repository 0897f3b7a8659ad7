import { foldWords } from '#workflows/text/fold.ts'
import type { Field } from './proposal.ts'

/** How offices head their columns, folded. In brackets: only when nothing else is said. */
const phrases: Record<Field | 'other', string> = {
  order: 'stt, so tt, so thu tu, [tt], [no]',
  enterprise:
    'doanh nghiep, ten doanh nghiep, doanh nghiep kien nghi, cong ty, ten cong ty, don vi kien nghi, ten don vi, ' +
    'don vi co kien nghi, don vi phan anh, don vi co y kien, ten to chuc, to chuc ca nhan, nguoi kien nghi, ' +
    'nha dau tu, chu dau tu, hop tac xa, ten dn, hoi vien, enterprise, company, [dn], [don vi], [ten]',
  taxCode: 'ma so thue, mst, ma so doanh nghiep, ma so dn, ma dn, tax code',
  zone:
    'khu cum cong nghiep, khu cong nghiep, cum cong nghiep, kcn, ccn, dia diem, dia chi, khu cum, dia ban, ' +
    'noi san xuat, zone',
  district: 'quan huyen, huyen thi xa, phuong xa, xa phuong, district, [quan], [huyen], [dia phuong]',
  text:
    'noi dung kien nghi, noi dung y kien, noi dung vuong mac, noi dung phan anh, noi dung kho khan, noi dung, ' +
    'y kien kien nghi, kho khan vuong mac, ton tai vuong mac, kien nghi, y kien, vuong mac, kho khan, phan anh, ' +
    'comment, issue',
  proposal: 'de xuat kien nghi, kien nghi de xuat, giai phap de xuat, de xuat giai phap, noi dung de xuat, de xuat',
  group: 'nhom, nhom noi dung, nhom kien nghi, nhom van de, nhom y kien, group',
  topic: 'linh vuc, linh vuc kien nghi, chu de, topic',
  unit:
    'don vi de xuat xu ly, co quan giai quyet, don vi giai quyet, don vi xu ly, co quan xu ly, don vi chu tri, ' +
    'co quan chu tri, don vi tham muu, don vi thuc hien, don vi tra loi, co quan tra loi, don vi duoc giao, ' +
    'tham quyen giai quyet, co quan tham quyen, don vi tiep nhan, so nganh, chu tri, giai quyet, xu ly, lead unit, ' +
    '[tham quyen]',
  answer:
    'noi dung tra loi, y kien tra loi, y kien giai quyet, ket qua giai quyet, ket qua xu ly, tinh hinh giai quyet, ' +
    'huong giai quyet, huong xu ly, noi dung giai quyet, noi dung giai trinh, tra loi, ket qua, answer',
  note: 'ghi chu, note',
  contact: 'nguoi lien he, dau moi lien he, nguoi dai dien, ho va ten, ho ten, dau moi, dai dien, lien he, chuc vu',
  phone: 'so dien thoai, dien thoai, sdt, di dong, phone, [dt]',
  email: 'email, e mail, thu dien tu, mail',
  other:
    'ngay kien nghi, ngay gui, so kien nghi, so y kien, so luong, thoi han tra loi, thoi gian tra loi, han tra loi',
}

type Phrase = { field: Field | 'other'; words: string; whole: boolean }

const known: Phrase[] = Object.entries(phrases).flatMap(([field, list]) =>
  list.split(', ').map((written) => {
    const whole = written.startsWith('[')
    return { field: field as Field | 'other', words: whole ? written.slice(1, -1) : written, whole }
  }),
)

/** The field a header text means, with a score: more of its words explained is better, all of them best. */
export function fieldOf(label: string): { field: Field; score: number } | undefined {
  const words = foldWords(label)
  if (words === '' || words.length > 80) return undefined
  let best: { field: Field | 'other'; score: number } | undefined
  for (const phrase of known) {
    const exact = words === phrase.words
    if (!exact && (phrase.whole || !` ${words} `.includes(` ${phrase.words} `))) continue
    const score = phrase.words.split(' ').length * 2 + (exact ? 1 : 0)
    if (!best || score > best.score) best = { field: phrase.field, score }
  }
  return best && best.field !== 'other' ? { field: best.field, score: best.score } : undefined
}
