import type { IssueParts } from '#db/queries/issue-parts.ts'
import type { Directory, DirectoryUnit } from '#db/queries/directory.ts'
import type { StoryEvent } from '#db/queries/issue-story.ts'
import type { PositionRow } from '#db/queries/issue-position.ts'
import { brokenUnreplaced, owed, type Promised } from '#workflows/commitment/promises.ts'
import type { DeadlineClass, MoveName } from '#workflows/resolution/moves.ts'
import type { Suggestion } from '#workflows/routing/types.ts'
import { moveFields, type FieldKind } from './move-fields.ts'
import type { Namer } from './names.ts'

type Option = { value: string; label: string }
type Group = { label: string; options: Option[] }
/** Group labels are «suggested», «today» or the kind of the units; the screen puts them into words. */
export type Choices = Partial<{ terms: Terms } & Record<'units' | 'topics', Group[]> & Record<'groups' | 'commitments' | 'slipping' | 'broken' | 'people' | 'partUnits', Option[]>>

/** How long a class of deadline gives. */
export type Terms = Record<DeadlineClass, { amount: number; unit: 'day' | 'hour' }>

type Parts = Pick<IssueParts, 'answers' | 'commitments'>
type Ground = { row: PositionRow; parts: Parts; directory: Directory; name: Namer; on: string; today: string; people: string[]; terms: Terms }

/** What the fields of a move can be filled with, for those kinds of field that it has. */
export function choicesFor(move: MoveName, of: Ground): Choices {
  const kinds = new Set<FieldKind>(moveFields[move].map((field) => field.kind))
  const { directory, name, row, parts } = of
  return {
    ...((kinds.has('unit') || kinds.has('units')) && { units: unitGroups(of, row, outOf(move, row)) }),
    ...(kinds.has('partUnit') && { partUnits: [...row.openOpinions, ...(move === 'urge' && row.leadUnit ? [row.leadUnit] : [])].map((value) => ({ value, label: name.unit(value) })) }),
    ...(kinds.has('group') && { groups: [...directory.groups.keys()].map((value) => ({ value, label: name.group(value) })) }),
    ...(kinds.has('topic') && { topics: topicGroups(directory, name) }),
    ...(kinds.has('commitment') && { commitments: commitmentLines(parts, owed(row.commitments)) }),
    ...(kinds.has('slipping') && { slipping: commitmentLines(parts, slipping(row)) }),
    ...(kinds.has('broken') && { broken: commitmentLines(parts, brokenUnreplaced(row.commitments)) }),
    ...(moveFields[move].some((field) => field.name === 'deadlineClass') && { terms: of.terms }),
    ...(kinds.has('person') && { people: of.people.map((one) => ({ value: one, label: one })) }),
  }
}

const slipping = ({ commitments }: PositionRow) => owed(commitments).filter((one) => one.slipAskedBy)

const commitmentLines = ({ commitments }: Parts, of: Promised[]): Option[] =>
  of.map(({ number }) => ({ value: String(number), label: `${number}. ${commitments.find((one) => one.number === number)?.text.slice(0, 120) ?? ''}` }))

const validOn = (unit: DirectoryUnit, day: string) =>
  (unit.validFrom === null || unit.validFrom <= day) && (unit.validTo === null || day <= unit.validTo)

/** Whom it makes no sense to choose: nobody asks themselves, nor a unit that has a question already, nor hands back to themselves. */
const outOf = (move: MoveName, row: PositionRow): (string | null)[] =>
  move === 'requestOpinion' ? [row.leadUnit, ...row.openOpinions] : move === 'handBack' ? [row.leadUnit] : []

/** Units in being on the day the issue belongs to, those already named first; then those that exist only today. */
function unitGroups({ directory, name, on, today }: { directory: Directory; name: Namer; on: string; today: string }, row: PositionRow, out: (string | null)[]): Group[] {
  const suggestion = row.suggestion as Suggestion | null
  const named = [
    suggestion?.leadUnit, ...(suggestion?.alternatives ?? []).map((one) => one.leadUnit), ...(suggestion?.coordinatingUnits ?? []),
    row.leadUnit, ...row.coordinatingUnits,
  ].filter((code): code is string => typeof code === 'string' && directory.units.has(code) && !out.includes(code))
  const groups = new Map<string, string[]>([['suggested', [...new Set(named)]]])
  for (const unit of directory.units.values()) {
    const label = validOn(unit, on) ? unit.kind : validOn(unit, today) ? 'today' : undefined
    if (label && !named.includes(unit.code) && !out.includes(unit.code)) groups.set(label, [...(groups.get(label) ?? []), unit.code])
  }
  const todays = groups.get('today') ?? []
  groups.delete('today')
  return [...groups, ['today', todays] as const]
    .filter(([, codes]) => codes.length > 0)
    .map(([label, codes]) => ({ label, options: codes.map((value) => ({ value, label: name.unit(value) })) }))
}

const topicGroups = ({ groups, topics }: Directory, name: Namer): Group[] =>
  [...groups.keys()].map((group) => ({
    label: name.group(group),
    options: [...topics.values()].filter((topic) => topic.group === group).map(({ code }) => ({ value: code, label: name.topic(code) })),
  }))

type Values = Record<string, string | string[]>

/** What a form holds before anything is typed: the suggestion, the draft, what stands already. */
export function initialValues(move: MoveName, row: PositionRow, parts: Parts, asked?: StoryEvent): Values {
  const suggestion = row.suggestion as Suggestion | null
  const last = parts.answers[0]
  const said = asked?.payload as { competentUnit?: string; workingDays?: number } | undefined
  switch (move) {
    case 'route':
      return filled({
        leadUnit: said?.competentUnit ?? suggestion?.leadUnit,
        coordinatingUnits: (suggestion?.coordinatingUnits ?? []).filter((unit) => unit !== said?.competentUnit),
        group: row.group ?? suggestion?.group, topic: row.topic ?? suggestion?.topic, deadlineClass: row.deadlineClass,
      })
    case 'reroute':
      return filled({
        coordinatingUnits: row.coordinatingUnits, group: row.group, topic: row.topic, deadlineClass: row.deadlineClass,
        needsLeader: row.needsLeader ? 'yes' : undefined,
      })
    case 'split':
      return { rest: row.text }
    case 'submitAnswer':
      return filled({ text: last?.kind === 'answer' && last.issuedAt === null ? last.text : undefined })
    case 'refuse':
      return filled({ text: last?.kind === 'refusal' && last.issuedAt === null ? last.text : undefined, legalGround: last?.legalGround })
    case 'commit':
      return filled({ ownerUnit: row.leadUnit })
    case 'grantSlip': {
      // several at once are told apart by the date one has to type
      const asked = slipping(row).length === 1 ? parts.commitments.find((one) => one.number === slipping(row)[0]?.number) : undefined
      return filled({ dueOn: asked?.slips.find((slip) => slip.state === 'asked')?.toOn })
    }
    case 'grantExtension':
      return filled({ workingDays: said?.workingDays?.toString() })
    case 'answerOnTheSpot':
      return filled({ leadUnit: suggestion?.leadUnit })
    default:
      return {}
  }
}

const filled = (values: Record<string, string | string[] | null | undefined>): Values =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string | string[]] => entry[1] !== null && entry[1] !== undefined))
