const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** The looks a cell can have, by their place in `cellXfs` below. */
export const looks = { plain: 0, text: 1, number: 2, date: 3, head: 4, title: 5, lead: 6, total: 7 } as const

const font = (more = '', size = 12) => `<font>${more}<sz val="${size}"/><name val="Times New Roman"/><family val="1"/></font>`
const line = (side: string) => `<${side} style="thin"><color auto="1"/></${side}>`
const look = (fontId: number, borderId: number, more: { format?: number; fill?: number; across?: string; wrap?: boolean } = {}) =>
  `<xf numFmtId="${more.format ?? 0}" fontId="${fontId}" fillId="${more.fill ?? 0}" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">` +
  `<alignment vertical="top"${more.across ? ` horizontal="${more.across}"` : ''}${more.wrap ? ' wrapText="1"' : ''}/></xf>`

export const styles =
  `${head}<styleSheet xmlns="${spreadsheet}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>` +
  `<fonts count="4">${font()}${font('<b/>')}${font('<b/>', 14)}${font('<i/>')}</fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE7ECF3"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8">' +
  look(0, 0) + look(0, 1, { wrap: true }) + look(0, 1, { format: 3, across: 'right' }) + look(0, 1, { format: 164, across: 'center' }) +
  look(1, 1, { fill: 2, across: 'center', wrap: true }) + look(2, 0) + look(3, 0) + look(1, 1, { format: 3, wrap: true }) +
  '</cellXfs></styleSheet>'

const part = (name: string, kind: string) => `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`

export const contentTypes = (sheets: number): string =>
  `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
  part('/xl/workbook.xml', 'sheet.main') + part('/xl/styles.xml', 'styles') +
  Array.from({ length: sheets }, (_, at) => part(`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet')).join('') + '</Types>'

/** Parts by their kind and place; the n-th has the id `rIdn`. */
export const relations = (parts: [kind: string, target: string][]): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
  parts.map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${target}"/>`).join('') + '</Relationships>'

/** `names` as XML; Excel takes 31 characters of each. */
export const workbook = (names: string[]): string =>
  `${head}<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets>` +
  names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('') + '</sheets></workbook>'
