import type { Db } from '#db/client.ts'
import { enterprisesNear, enterprisesOfIds, enterprisesOfTaxCodes, type KnownEnterprise } from '#db/queries/enterprises-by-name.ts'
import { enterpriseKey } from '#workflows/text/enterprise-name.ts'
import { readTaxCode } from '#workflows/text/tax-code.ts'
import type { Choice, ChosenSpeaker } from './correct-minutes.ts'

/** `several` and `similar` wait for a person; `unknown` becomes a new enterprise unless a person says otherwise. */
export type Match = {
  found: 'taxCode' | 'name' | 'several' | 'similar' | 'unknown' | 'byPerson'
  choice?: Choice
  candidates: KnownEnterprise[]
}

/** Who each speaker is on the register of enterprises: by tax code, else by name without its kind, else what is much like it. */
export async function matchSpeakers(db: Db, speakers: ChosenSpeaker[]): Promise<Match[]> {
  const codes = speakers.map(({ taxCode }) => validCode(taxCode))
  const keys = speakers.map(({ name }) => enterpriseKey(name))
  const chosen = speakers.flatMap(({ choice }) => (typeof choice === 'object' ? [choice.enterprise] : []))
  const [byCode, near, byId] = await Promise.all([
    enterprisesOfTaxCodes(db, codes.filter((code) => code !== null)),
    enterprisesNear(db, [...new Set(keys.filter((key) => key.length > 1))]),
    enterprisesOfIds(db, chosen),
  ])
  return speakers.map(({ choice }, at) => {
    const coded = byCode.find(({ taxCode }) => taxCode === codes[at])
    const like = near.get(keys[at]!) ?? []
    const own = typeof choice === 'object' ? byId.find(({ id }) => id === choice.enterprise) : undefined
    const candidates = distinct([...(own ? [own] : []), ...(coded ? [coded] : []), ...like])
    // an enterprise that was merged away meanwhile is no choice any more
    if (choice && (typeof choice !== 'object' || own)) return { found: 'byPerson', choice, candidates }
    if (coded) return { found: 'taxCode', choice: { enterprise: coded.id }, candidates }
    const named = like.filter(({ name, taxCode }) => enterpriseKey(name) === keys[at] && !(codes[at] && taxCode))
    if (named.length === 1) return { found: 'name', choice: { enterprise: named[0]!.id }, candidates }
    if (named.length > 1) return { found: 'several', candidates }
    return like.length > 0 ? { found: 'similar', candidates } : { found: 'unknown', choice: 'new', candidates }
  })
}

function validCode(written: string): string | null {
  const read = readTaxCode(written)
  return read.kind === 'enterprise' || read.kind === 'branch' || read.kind === 'personal' ? read.code : null
}

const distinct = (list: KnownEnterprise[]) => [...new Map(list.map((one) => [one.id, one])).values()]
