import { nameReason } from '#workflows/routing/name-reason.ts'
import type { Candidate, Suggestion } from '#workflows/routing/types.ts'
import type { Namer } from './names.ts'

const described = (name: Namer, { leadUnit, coordinatingUnits, topic, reasons }: Pick<Candidate, 'leadUnit' | 'coordinatingUnits' | 'topic' | 'reasons'>) => ({
  leadUnit: name.unit(leadUnit),
  coordinatingUnits: coordinatingUnits.map(name.unit),
  topic: name.topic(topic),
  reasons: reasons.map((reason) => nameReason(reason, name)),
})

/** The stored suggestion in names, or nothing where none was made. */
export function suggestionFor(stored: unknown, name: Namer) {
  const suggestion = stored as Suggestion | null
  if (!suggestion?.leadUnit) return null
  const alternatives = (suggestion.alternatives ?? []).map((one) => described(name, one))
  return { ...described(name, suggestion), alternatives }
}
