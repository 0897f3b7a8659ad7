import { cutTo } from '#workflows/text/cut-to.ts'
import { tidy } from '#workflows/text/nfc.ts'
import type { Choice, ChosenSpeaker } from './correct-minutes.ts'

/** A name as long as any enterprise has. */
export const longestName = 200
const mostSpeakers = 500
/** A form may not have more fields than the house takes. */
export const mostOnPage = 120

const typed = (form: FormData, name: string): string | undefined => {
  const value = form.get(name)
  return typeof value === 'string' ? cutTo(tidy(value).text, longestName).trim() : undefined
}

/** For each segment of the page, its fields `kind.<key>`, `speaker.<key>` (a number, or empty) and `group.<key>`. */
export function decisionsFrom(form: FormData): [number, { kind: string; speaker: number | null; group: string | null }][] {
  return [...form.keys()].flatMap((name) => {
    const [, key] = /^kind\.(\d{1,6})$/.exec(name) ?? []
    if (key === undefined) return []
    const [speaker, group] = [typed(form, `speaker.${key}`), typed(form, `group.${key}`)]
    return [[Number(key), { kind: typed(form, name) ?? '', speaker: speaker ? Number(speaker) : null, group: group || null }]]
  })
}

/**
 * The speakers of the page, `name.<n>`, `taxCode.<n>` and `choice.<n>`, over those kept; `newSpeaker` adds one. Another name or
 * tax code asks for another enterprise, so a choice that only stayed as it was is made anew.
 */
export function speakersFrom(form: FormData, kept: ChosenSpeaker[]): ChosenSpeaker[] {
  const speakers = kept.map((before, at): ChosenSpeaker => {
    const name = typed(form, `name.${at}`) || before.name
    const taxCode = typed(form, `taxCode.${at}`) ?? before.taxCode
    const given = typed(form, `choice.${at}`)
    if (given === undefined && name === before.name && taxCode === before.taxCode) return before
    const { choice: _, ...rest } = before
    const renamed = name !== before.name || taxCode !== before.taxCode
    const choice = renamed && given === typed(form, `shown.${at}`) ? undefined : choiceFrom(given)
    const untouched = !renamed && before.choice === undefined && given === typed(form, `shown.${at}`)
    return { ...rest, name, taxCode, ...(choice && !untouched && { choice }) }
  })
  const added = typed(form, 'newSpeaker')
  return added && speakers.length < mostSpeakers ? [...speakers, { name: added, taxCode: '', person: '' }] : speakers
}

function choiceFrom(given: string | undefined): Choice | undefined {
  if (given === 'new' || given === 'none') return given
  return given && /^\d{1,15}$/.test(given) ? { enterprise: Number(given) } : undefined
}

export const choiceValue = (choice: Choice | undefined): string => (typeof choice === 'object' ? String(choice.enterprise) : (choice ?? ''))
