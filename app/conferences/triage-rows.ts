import type { Language } from '#app/i18n/instance.ts'
import { namer } from '#app/issues/names.ts'
import { suggestionFor } from '#app/issues/suggestion-for.ts'
import type { Directory } from '#db/queries/directory.ts'
import type { TriageIssue } from '#db/queries/triage.ts'
import { movesOpenTo } from '#workflows/resolution/advance.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { newFacts } from '#workflows/resolution/facts.ts'
import type { Suggestion } from '#workflows/routing/types.ts'

type Reader = { by: By; language: Language; directory: Directory; now: Date }

/** Words that a person has to judge before anything is routed. */
const flags = ['looksLikeComplaint', 'looksLikeDenunciation']

/** What the triage page shows of each issue, in the language of the page. */
export function triageRows(items: TriageIssue[], { by, language, directory, now }: Reader) {
  const name = namer(directory, language)
  const inTriage = movesOpenTo({ state: 'received', facts: newFacts({ enterpriseId: null, associationId: null }) }, { by, at: now.toISOString() })
  return items.map(({ suggestion, leadUnit, coordinatingUnits, topic, ...issue }) => {
    const stored = suggestion as Suggestion | null
    return {
      ...issue,
      decided: leadUnit && { leadUnit: name.unit(leadUnit), coordinatingUnits: coordinatingUnits.map(name.unit), topic: topic && name.topic(topic) },
      suggested: suggestionFor(stored, name),
      confidence: stored?.confidence ?? 0,
      flagged: stored?.reasons.some(({ key }) => flags.includes(key)) ?? false,
      moves: issue.state === 'received' ? inTriage : [],
    }
  })
}

export type TriageRow = ReturnType<typeof triageRows>[number]
export type Suggested = NonNullable<TriageRow['suggested']>
