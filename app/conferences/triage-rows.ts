import type { Language } from '#app/i18n/instance.ts'
import type { Message } from '#app/i18n/message.ts'
import { inWords } from '#app/routing/in-words.ts'
import type { Directory } from '#db/queries/directory.ts'
import type { TriageIssue } from '#db/queries/triage.ts'
import { movesOpenTo } from '#workflows/resolution/advance.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { newFacts } from '#workflows/resolution/facts.ts'
import type { Candidate, Suggestion } from '#workflows/routing/types.ts'

type Reader = { by: By; language: Language; directory: Directory; now: Date }

export type Proposal = { leadUnit: string; coordinatingUnits: string[]; topic: string; reasons: Message[] }

/** Words that a person has to judge before anything is routed. */
const flags = ['looksLikeComplaint', 'looksLikeDenunciation']

/** What the triage page shows of each issue, in the language of the page. */
export function triageRows(items: TriageIssue[], { by, language, directory, now }: Reader) {
  const unit = (code: string) => nameOf(directory.units.get(code), code, language)
  const inTriage = movesOpenTo({ state: 'received', facts: newFacts({ enterpriseId: null, associationId: null }) }, { by, at: now.toISOString() })
  const proposal = ({ leadUnit, coordinatingUnits, topic, reasons }: Omit<Candidate, 'score'>): Proposal => ({
    leadUnit: unit(leadUnit),
    coordinatingUnits: coordinatingUnits.map(unit),
    topic: nameOf(directory.topics.get(topic), topic, language),
    reasons: reasons.map((reason) => inWords(reason, language)),
  })
  return items.map(({ suggestion, leadUnit, coordinatingUnits, topic, ...issue }) => {
    const suggested = suggestion as Suggestion | null
    return {
      ...issue,
      decided: leadUnit && {
        leadUnit: unit(leadUnit), coordinatingUnits: coordinatingUnits.map(unit), topic: topic && nameOf(directory.topics.get(topic), topic, language),
      },
      suggested: suggested && { ...proposal(suggested), confidence: suggested.confidence, alternatives: suggested.alternatives.map(proposal) },
      flagged: suggested?.reasons.some(({ key }) => flags.includes(key)) ?? false,
      moves: issue.state === 'received' ? inTriage : [],
    }
  })
}

export type TriageRow = ReturnType<typeof triageRows>[number]

const nameOf = (row: { nameVi: string; nameEn: string } | undefined, code: string, language: Language) =>
  (language === 'en' && row?.nameEn) || row?.nameVi || code
