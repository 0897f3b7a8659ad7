import QRCode from 'qrcode'

/** The dark squares of a QR code as one path, with the quiet edge of four that readers need (ISO/IEC 18004). */
export function qrOf(text: string): { size: number; path: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const edge = 4
  const dark = Array.from({ length: modules.size ** 2 }, (_, at) => at).filter((at) => modules.data[at])
  const path = dark.map((at) => `M${(at % modules.size) + edge} ${Math.floor(at / modules.size) + edge}h1v1h-1z`).join('')
  return { size: modules.size + 2 * edge, path }
}
