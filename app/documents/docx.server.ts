import { AlignmentType, Document, Header, Packer, PageNumber, PageOrientation, Paragraph, SectionType, TextRun, type ISectionOptions, type Table } from 'docx'
import { draftMark, motto, nationalTitle, page, recipientsTitle, type Annex, type Block, type Letter, type Paper, type Signature } from '#workflows/documents/official.ts'
import { annexHeading, recipientLines } from '#workflows/documents/wording.ts'
import { block, line, rule, sideBySide, twips } from './docx-parts.server.ts'
import { abstractWidth, balanced, issuerWidth, mottoRule, nationWidth, points, roomToSign, ruleBelow, textWidth, textWidthAcross } from './layout.ts'

/** The paper as a Word file that names «Times New Roman», as offices have it. */
export async function toDocx(paper: Paper): Promise<Uint8Array> {
  const letter = paper.letter ? [section(false, [...head(paper.letter), ...body(paper.letter), ...foot(paper.letter)])] : []
  const annexes = paper.annexes.map((annex) => section(annex.landscape, annexParts(annex)))
  const document = new Document({
    title: paper.title,
    creator: paper.letter?.issuer ?? '',
    styles: { default: { document: { run: { font: 'Times New Roman', size: points.body * 2, language: { value: 'vi-VN' } } } } },
    sections: [...letter, ...annexes],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

type Part = Paragraph | Table

/** A letter or an annex: numbered for itself, the number centred in the upper margin but for its first page (Phụ lục I, Phần I). */
const section = (landscape: boolean, children: Part[]): ISectionOptions => ({
  properties: {
    type: SectionType.NEXT_PAGE,
    titlePage: true,
    page: {
      size: { width: twips(page.width), height: twips(page.height), orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
      margin: { top: twips(page.top), bottom: twips(page.bottom), left: twips(page.left), right: twips(page.right), header: twips(10), footer: twips(10) },
      pageNumbers: { start: 1 },
    },
  },
  headers: {
    default: new Header({
      children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT], size: points.page * 2 })] })],
    }),
  },
  children,
})

function head(letter: Letter): Part[] {
  const issuer = balanced(letter.issuer, points.issuer, issuerWidth)
  const abstract = balanced(letter.abstract, points.abstract, abstractWidth)
  const left = [
    ...(letter.issuerAbove ? balanced(letter.issuerAbove, points.issuer, issuerWidth).map((above) => line(above, { size: points.issuer })) : []),
    ...issuer.map((name) => line(name, { size: points.issuer, bold: true })),
    rule(ruleBelow(issuer.at(-1)!, points.issuer, issuerWidth), issuerWidth),
  ]
  const right = [
    line(nationalTitle, { size: points.nation, bold: true }),
    line(motto, { size: points.motto, bold: true }),
    rule(mottoRule, nationWidth),
  ]
  const below = [line(letter.number, { size: points.number }, { before: 6 }), ...(letter.draft ? [line(draftMark, { size: points.draft, bold: true }, { before: 6 })] : [])]
  const dated = line(letter.dated ?? '', { size: points.dated, italics: true }, { before: 6 })
  return [
    sideBySide([issuerWidth, nationWidth], [[left, right], [below, [dated]]]),
    line(letter.type, { size: points.type, bold: true }, { before: 18 }),
    ...abstract.map((part) => line(part, { size: points.abstract, bold: true })),
    rule(ruleBelow(abstract.at(-1)!, points.abstract, textWidth), textWidth),
    line('', { size: 6 }),
  ]
}

/** The last paragraph stays on the page of the signature: nobody signs a page that says nothing. */
const body = ({ body }: Letter): Part[] => spaced(body, textWidth, body.length - 1)

/** Word joins tables that touch, and sets what follows one against its border. */
const spaced = (blocks: Block[], width: number, kept = -1): Part[] =>
  blocks.flatMap((one, at) => (one.kind === 'table' ? [line('', { size: 6 }), block(one, width), line('', { size: 6 })] : [block(one, width, at === kept)]))

function foot({ signatures, recipients }: Letter): Part[] {
  const lines = recipientLines(recipients)
  const sent = lines.length === 0 ? [line('', { size: points.recipients })] : [
    line(recipientsTitle, { size: points.recipientsTitle, bold: true, italics: true }, { alignment: AlignmentType.LEFT }),
    ...lines.map((one) => line(one, { size: points.recipients }, { alignment: AlignmentType.LEFT })),
  ]
  const room = line('', { size: 8 })
  const end = line('', { size: 1 })
  const [first, second] = signatures
  if (!first) return [room, ...sent]
  const halves = [textWidth / 2, textWidth / 2]
  return second
    ? [room, sideBySide(halves, [[signed(first), signed(second)]]), room, room, ...sent]
    : [room, sideBySide(halves, [[sent, signed(first)]]), end]
}

function signed({ authority, position, name }: Signature): Paragraph[] {
  const face = { size: points.signature, bold: true }
  return [
    ...(authority ? [line(authority, face, { keepNext: true })] : []),
    line(position, face, { keepNext: true }),
    new Paragraph({ keepNext: true, spacing: { before: twips(roomToSign), after: 0 }, children: [] }),
    line(name ?? '', face),
  ]
}

/** Phụ lục I, Phần II, Mục III.1. */
function annexParts({ number, title, reference, landscape, body }: Annex): Part[] {
  const width = landscape ? textWidthAcross : textWidth
  return [
    line(annexHeading(number), { size: points.annex, bold: true }),
    line(title, { size: points.annex, bold: true }),
    line(reference, { size: points.annex, italics: true }),
    rule(ruleBelow(reference, points.annex, textWidth), width),
    ...spaced(body, width),
  ]
}
