import { foldWords } from '#workflows/text/fold.ts'

/** A group of a conference's scheme with the names a file may use for it. */
export type GroupNames = { code: string; names: string[] }

/** The four groups of the model conference, and the rest. Other conferences pass their own scheme. */
export const usualGroups: GroupNames[] = [
  { code: 'clearance', names: ['Giải phóng mặt bằng', 'GPMB', 'Bồi thường', 'Tái định cư', 'Site clearance'] },
  { code: 'land', names: ['Thủ tục đất đai', 'Đất đai', 'Land procedures', 'Land'] },
  { code: 'admin', names: ['Thủ tục hành chính', 'Cải cách hành chính', 'TTHC', 'Administrative procedures', 'Admin'] },
  {
    code: 'support',
    names: ['Chính sách hỗ trợ', 'Hỗ trợ sản xuất kinh doanh', 'Hỗ trợ doanh nghiệp', 'Cơ chế chính sách', 'Support'],
  },
  { code: 'other', names: ['Nội dung khác', 'Vấn đề khác', 'Kiến nghị khác', 'Lĩnh vực khác', 'Khác', 'Other'] },
]

/** The code of the group a title names: its own code, or the longest name found in it. */
export function groupOf(title: string, scheme: GroupNames[]): string | null {
  const words = ` ${foldWords(title)} `
  const named = scheme.flatMap(({ code, names }) =>
    [code, ...names].map((name) => ({ code, name: foldWords(name) })).filter(({ name }) => words.includes(` ${name} `)),
  )
  return named.toSorted((a, b) => b.name.length - a.name.length)[0]?.code ?? null
}
