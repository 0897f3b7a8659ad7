import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import pdfMake from 'pdfmake'
import type { Content, ContentSection, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { draftMark, motto, nationalTitle, page, recipientsTitle, type Annex, type Block, type Letter, type Paper, type Signature } from '#workflows/documents/official.ts'
import { annexHeading, recipientLines } from '#workflows/documents/wording.ts'
import { abstractWidth, balanced, issuerWidth, mottoRule, nationWidth, points, roomToSign, ruleBelow, textWidth, textWidthAcross } from './layout.ts'
import { block, line, pt, rule, sideBySide } from './pdf-parts.server.ts'

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'))
const face = (name: string) => join(fonts, name, `Tinos_${name}.ttf`)

pdfMake.setFonts({
  Tinos: { normal: face('400Regular'), bold: face('700Bold'), italics: face('400Regular_Italic'), bolditalics: face('700Bold_Italic') },
})
pdfMake.setUrlAccessPolicy(() => false)
pdfMake.setLocalAccessPolicy((path) => path.startsWith(fonts))

/** The paper as PDF, in Tinos, whose letters are as wide as those of Times New Roman and which has all Vietnamese ones. */
export async function toPdf(paper: Paper): Promise<Uint8Array> {
  const letter = paper.letter ? [section(false, [...head(paper.letter), ...bodyAndFoot(paper.letter)])] : []
  const definition: TDocumentDefinitions = {
    info: { title: paper.title, author: paper.letter?.issuer },
    language: 'vi-VN',
    defaultStyle: { font: 'Tinos', fontSize: points.body },
    content: [...letter, ...paper.annexes.map((annex) => section(annex.landscape, annexParts(annex)))],
    pageBreakBefore: (node, { getFollowingNodesOnPage }) => node.headlineLevel === 1 && getFollowingNodesOnPage().length === 0,
  }
  return new Uint8Array(await pdfMake.createPdf(definition).getBuffer())
}

/** A letter or an annex: numbered for itself, the number centred in the upper margin but for its first page (Phụ lục I, Phần I). */
function section(landscape: boolean, parts: Content[]): ContentSection {
  let first: number | undefined
  const header = (current: number): Content => {
    first ??= current
    return current === first ? '' : { text: String(current - first + 1), alignment: 'center', fontSize: points.page, margin: [pt(page.left), pt(10), pt(page.right), 0] }
  }
  return {
    section: parts, header, pageSize: 'A4', pageOrientation: landscape ? 'landscape' : 'portrait',
    pageMargins: [pt(page.left), pt(page.top), pt(page.right), pt(page.bottom)],
  }
}

function head(letter: Letter): Content[] {
  const issuer = balanced(letter.issuer, points.issuer, issuerWidth)
  const above = letter.issuerAbove ? balanced(letter.issuerAbove, points.issuer, issuerWidth) : []
  const abstract = balanced(letter.abstract, points.abstract, abstractWidth)
  const left = [
    ...above.map((name) => line(name, points.issuer)),
    ...issuer.map((name) => line(name, points.issuer, { bold: true })),
    rule(ruleBelow(issuer.at(-1)!, points.issuer, issuerWidth)),
  ]
  const right = [line(nationalTitle, points.nation, { bold: true }), line(motto, points.motto, { bold: true }), rule(mottoRule)]
  const numbered = [line(letter.number, points.number, { above: 6 }), ...(letter.draft ? [line(draftMark, points.draft, { bold: true, above: 6 })] : [])]
  const dated = [line(letter.dated ?? '', points.dated, { italics: true, above: 5 })]
  return [
    sideBySide([issuerWidth, nationWidth], [left, right]),
    sideBySide([issuerWidth, nationWidth], [numbered, dated]),
    line(letter.type, points.type, { bold: true, above: 18 }),
    ...abstract.map((part) => line(part, points.abstract, { bold: true })),
    rule(ruleBelow(abstract.at(-1)!, points.abstract, textWidth)),
    line('', 6),
  ]
}

/** The last paragraph stays on the page of the signature: nobody signs a page that says nothing. */
function bodyAndFoot({ body, signatures, recipients }: Letter): Content[] {
  const last = body.at(-1)
  const held = last && last.kind !== 'table' ? [last] : []
  const before: Block[] = body.slice(0, body.length - held.length)
  return [...before.map((one) => block(one, textWidth)), { unbreakable: true, stack: [...held.map((one) => block(one, textWidth)), ...foot(signatures, recipients)] }]
}

function foot([first, second]: Signature[], recipients: string[]): Content[] {
  const lines = recipientLines(recipients)
  const sent = lines.length === 0 ? [] : [
    line(recipientsTitle, points.recipientsTitle, { bold: true, italics: true, alignment: 'left' }),
    ...lines.map((one) => line(one, points.recipients, { alignment: 'left' })),
  ]
  const halves = [textWidth / 2, textWidth / 2]
  const room = line('', 8)
  if (!first) return [room, ...sent]
  return second ? [room, sideBySide(halves, [signed(first), signed(second)]), room, room, ...sent] : [room, sideBySide(halves, [sent, signed(first)])]
}

const signed = ({ authority, position, name }: Signature): Content[] => [
  ...(authority ? [line(authority, points.signature, { bold: true })] : []),
  line(position, points.signature, { bold: true }),
  line(name ?? '', points.signature, { bold: true, above: pt(roomToSign) }),
]

/** Phụ lục I, Phần II, Mục III.1. */
function annexParts({ number, title, reference, landscape, body }: Annex): Content[] {
  const width = landscape ? textWidthAcross : textWidth
  return [
    line(annexHeading(number), points.annex, { bold: true }),
    line(title, points.annex, { bold: true }),
    line(reference, points.annex, { italics: true }),
    rule(ruleBelow(reference, points.annex, textWidth)),
    ...body.map((one) => block(one, width)),
  ]
}
