import { STOP, tokensOf } from './reading.ts'

/** `kin` groups labels that talk alike (a topic's group): a label heard seldom borrows its kin's words. */
export type Sample = { label: string; kin: string; tokens: string[]; weight: number }

type Heard = { all: number; kins: Map<string, number>; labels: Map<string, number> }

export type Model = {
  words: Map<string, Heard>
  labels: Map<string, { kin: string; total: number }>
  kins: Map<string, number>
  total: number
}

/** How many words of its kin, and of everybody, a label is given before its own are counted. */
const KIN_WORDS = 60
const ALL_WORDS = 120

/** Words that only join others, and the courtesies every petition has. */
const courtesies =
  'đã đang sẽ chưa không được bị của cho và các những trong có là để với về tại từ ra vào đến do vì nên mà này đó ' +
  'một hai ba nhiều rất quá còn vẫn theo khi công ty doanh nghiệp đề nghị kiến nghị chúng tôi mong xin xem xét ' +
  'tháo gỡ giải quyết hướng dẫn tỉnh thành phố vướng mắc khó khăn năm tháng ngày hiện nay'
const grammar = new Set([...tokensOf(courtesies, 'marked'), ...tokensOf(courtesies, 'plain')])

const isMute = (token: string) => token === STOP || /^\d/.test(token)

/** One- and two-syllable features: Vietnamese words are mostly two syllables. Numbers say nothing about a topic. */
function featuresOf(tokens: string[]): string[] {
  const features: string[] = []
  tokens.forEach((token, at) => {
    if (isMute(token)) return
    if (!grammar.has(token)) features.push(token)
    const next = tokens[at + 1]
    if (next && !isMute(next) && !(grammar.has(token) && grammar.has(next))) features.push(`${token} ${next}`)
  })
  return features
}

const raise = (counts: Map<string, number>, key: string, by: number) => counts.set(key, (counts.get(key) ?? 0) + by)

/** A naive Bayes text model, smoothed label → kin → everybody so that it works from the first handful of decisions. */
export function learn(samples: Sample[]): Model {
  const model: Model = { words: new Map(), labels: new Map(), kins: new Map(), total: 0 }
  for (const { label, kin, tokens, weight } of samples) {
    const features = featuresOf(tokens)
    const own = model.labels.get(label) ?? { kin, total: 0 }
    model.labels.set(label, own)
    own.total += weight * features.length
    raise(model.kins, kin, weight * features.length)
    model.total += weight * features.length
    for (const word of features) {
      const heard = model.words.get(word) ?? { all: 0, kins: new Map(), labels: new Map() }
      model.words.set(word, heard)
      heard.all += weight
      raise(heard.kins, kin, weight)
      raise(heard.labels, label, weight)
    }
  }
  return model
}

/** Log-odds of each label against the average text, per square root of length: long texts must not be overconfident. */
export function judge(model: Model, tokens: string[]): Map<string, number> {
  const known = featuresOf(tokens).flatMap((word) => model.words.get(word) ?? [])
  const ofKin = new Map([...model.kins].map(([kin, total]) => [kin, likenessToKin(model, known, kin, total)]))
  const scores = new Map<string, number>()
  for (const [label, { kin, total }] of model.labels)
    scores.set(label, ofKin.get(kin)!.sum + known.length * Math.log(KIN_WORDS / (total + KIN_WORDS)))
  known.forEach(({ labels }, at) => {
    for (const [label, count] of labels) {
      const inKin = ofKin.get(model.labels.get(label)!.kin)!.chances[at]!
      raise(scores, label, Math.log(1 + count / (KIN_WORDS * inKin)))
    }
  })
  for (const [label, sum] of scores) scores.set(label, known.length ? sum / Math.sqrt(known.length) : 0)
  return scores
}

function likenessToKin(model: Model, known: Heard[], kin: string, total: number): { chances: number[]; sum: number } {
  let sum = 0
  const chances = known.map(({ all, kins }) => {
    const anywhere = all / model.total
    const chance = ((kins.get(kin) ?? 0) + ALL_WORDS * anywhere) / (total + ALL_WORDS)
    sum += Math.log(chance / anywhere)
    return chance
  })
  return { chances, sum }
}
