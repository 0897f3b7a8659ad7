/** Vowel-and-ending parts of Vietnamese syllables, without tone. */
const rimes = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu ' +
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc ' +
    'oong op ot ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ' +
    'u ua uân uâng uât uây uê uênh uêch uc ui um un ung up ut uơ uy uya uych uyên uyêt uynh uyt uyu ' +
    'uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu'
  ).split(' '),
)
const onsets = 'ngh ng nh gh gi kh ph qu th tr ch b c d đ g h k l m n p r s t v x'.split(' ')
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g
const risingOrHeavy = /[\u0301\u0323]/

/** Whether a word is built as a Vietnamese syllable: a known beginning and ending, at most one tone, one that fits. */
export function isSyllable(word: string): boolean {
  const spelled = word.toLowerCase().normalize('NFD')
  if ((spelled.match(tones) ?? []).length > 1) return false
  const bare = spelled.replace(tones, '').normalize('NFC')
  // Syllables that end in a stop carry the sắc or the nặng tone only, or none in unaccented typing.
  if (/(c|ch|p|t)$/.test(bare) && spelled.search(tones) >= 0 && !risingOrHeavy.test(spelled)) return false
  if (rimes.has(bare)) return true
  return onsets.some((onset) => bare.startsWith(onset) && rimes.has(bare.slice(onset.length))) || bare === 'gi'
}
