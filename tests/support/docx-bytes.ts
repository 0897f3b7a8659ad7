import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { zipBytes } from './zip-bytes.ts'

/** A Word file of these paragraphs, as a word processor would save it; a list of lists is a table. */
export function docxBytes(parts: (string | string[][])[]): Promise<Buffer> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const children = parts.map((part) => typeof part === 'string'
    ? new Paragraph({ children: part.split(/(?<= )/).map((text) => new TextRun(text)) })
    : new Table({ rows: part.map((row) => new TableRow({ children: row.map(cell) })) }))
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

const relations = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'

/** A Word file whose body is written by hand, also as no program would. */
export const docxOf = (body: string, more: Record<string, string | Buffer> = {}) =>
  zipBytes({ '_rels/.rels': relations, 'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`, ...more })

/** The same with the document part given whole. */
export const docxWith = (document: string) => zipBytes({ '_rels/.rels': relations, 'word/document.xml': document })
