export type LegacyEncoding = 'TCVN3' | 'VNI'

/** TCVN 5712:1993 as the ABC fonts use it: one sign a letter, seven capitals; others come from capital fonts. */
const tcvnSigns = '¡¢£¤¥¦§¨©ª«¬\u00AD®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ'
const tcvnLetters = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ'
const tcvn = new Map([...tcvnSigns].map((sign, place) => [sign, tcvnLetters[place] ?? sign]))

function fromTcvn3(text: string): string {
  return text.replace(/[A-Za-z\u00A1-\u00FF]+/g, (word) => {
    const decoded = [...word].map((sign) => tcvn.get(sign) ?? sign).join('')
    // A word in a capital font stores small-letter signs between capitals.
    return /[A-Z].*[A-Z]/.test(word) && !/[a-z]/.test(word) ? decoded.toUpperCase() : decoded
  })
}

const circumflex = '\u0302'
const breve = '\u0306'
const [grave, acute, tilde, hook, dot] = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']

/** In VNI the vowel stays ASCII (ô, ö stand for ơ, ư) and the next sign carries its shape and tone. */
const vniMarks = new Map<string, string>([
  ['ø', grave], ['ù', acute], ['õ', tilde], ['û', hook], ['ï', dot],
  ['â', circumflex], ['à', circumflex + grave], ['á', circumflex + acute], ['ã', circumflex + tilde],
  ['å', circumflex + hook], ['ä', circumflex + dot],
  ['ê', breve], ['è', breve + grave], ['é', breve + acute], ['ü', breve + tilde],
  ['ú', breve + hook], ['ë', breve + dot],
])
const vniLetters = new Map([
  ['ô', 'ơ'], ['ö', 'ư'], ['ñ', 'đ'], ['î', 'ỵ'], ['æ', 'ỉ'], ['ó', 'ĩ'], ['ò', 'ị'],
  ['Ô', 'Ơ'], ['Ö', 'Ư'], ['Ñ', 'Đ'], ['Î', 'Ỵ'], ['Æ', 'Ỉ'], ['Ó', 'Ĩ'], ['Ò', 'Ị'],
])

function fromVni(text: string): string {
  const pair = /([aeouyôö])([øùõûïâàáãåäêèéüúë])|[ôöñîæóò]/gi
  return text
    .replace(pair, (sign: string, vowel?: string, mark?: string) => {
      if (!vowel || !mark) return vniLetters.get(sign) ?? sign
      return (vniLetters.get(vowel) ?? vowel) + (vniMarks.get(mark.toLowerCase()) ?? mark)
    })
    .normalize('NFC')
}

export const decoders: Record<LegacyEncoding, (text: string) => string> = { TCVN3: fromTcvn3, VNI: fromVni }
