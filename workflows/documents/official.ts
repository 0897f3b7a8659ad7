/** A piece of a line in one face. */
export type Run = { text: string; bold?: true; italic?: true }
export type Align = 'left' | 'center' | 'right'

/** `share` is the part of the width: shares of a table are weighed against each other. */
export type PaperColumn = { label: string; share: number; align?: Align }
/** A `band` runs across the table: the name of a group above its rows. */
export type PaperRow = { cells: string[]; bold?: true } | { band: string }
export type PaperTable = { columns: PaperColumn[]; rows: PaperRow[] }

/** `plain` stands without the indent of a first line; `heading` keeps with what follows it. */
export type Block =
  | { kind: 'paragraph' | 'heading' | 'plain'; runs: Run[] }
  | { kind: 'table'; table: PaperTable }

/** «TL. CHỦ TỊCH», «CHÁNH VĂN PHÒNG», a name; what is not known yet is left free to be written in. */
export type Signature = { authority: string | null; position: string; name: string | null }

/**
 * An administrative document with a type name, in the parts that Nghị định 30/2020/NĐ-CP, Điều 8 khoản 2 demands and in
 * the order in which its Phụ lục I places them. National title and motto are not fields: they are always the same.
 */
export type Letter = {
  /** The body above, where there is one; people's committees show none. */
  issuerAbove: string | null
  issuer: string
  /** «Số: 761/TB-UBND» */
  number: string
  /** «Hà Nội, ngày 05 tháng 4 năm 2024»; minutes have none, they say in their text when and where. */
  dated: string | null
  draft: boolean
  /** «THÔNG BÁO» */
  type: string
  abstract: string
  body: Block[]
  /** One stands on the right; of two, as minutes have them, the first on the left. */
  signatures: Signature[]
  /** *Nơi nhận*, in order; marks before and behind are set by `recipientLines`. */
  recipients: string[]
}

/** A *phụ lục*: begins on a page of its own, with a title and what it belongs to. Wide tables lie across. */
export type Annex = {
  /** «I»; none where a paper has only one. */
  number: string | null
  title: string
  /** «(Kèm theo Thông báo số …)» */
  reference: string
  landscape: boolean
  body: Block[]
}

/** What is printed: a letter with its annexes, or annexes by themselves. `title` names the file's content to readers. */
export type Paper = { title: string; letter: Letter | null; annexes: Annex[] }

/** Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I: A4, upright; millimetres. */
export const page = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 } as const

/** Điều 8 khoản 2 điểm a: the words every document begins with. */
export const nationalTitle = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const motto = 'Độc lập - Tự do - Hạnh phúc'
export const recipientsTitle = 'Nơi nhận:'
export const draftMark = 'DỰ THẢO'

export const text = (words: string): Run => ({ text: words })
export const bold = (words: string): Run => ({ text: words, bold: true })
export const italic = (words: string): Run => ({ text: words, italic: true })

const runsOf = (of: string | Run[]) => (typeof of === 'string' ? [text(of)] : of)
const one = (kind: 'paragraph' | 'plain') => (of: string | Run[]): Block => ({ kind, runs: runsOf(of) })
export const paragraph = one('paragraph')
export const plain = one('plain')
export const heading = (words: string): Block => ({ kind: 'heading', runs: [bold(words)] })
export const table = (columns: PaperColumn[], rows: PaperRow[]): Block => ({ kind: 'table', table: { columns, rows } })

/** The end of the last paragraph of a text, «./.», in place of its own full stop. */
export const closed = (words: string): string => `${words.trimEnd().replace(/[.;,/\s]+$/, '')}./.`
