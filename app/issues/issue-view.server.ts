import type { Actor } from '#app/access/actor.ts'
import { similarFor } from '#app/clusters/similar-for.server.ts'
import { withFiles, type PartsWithFiles } from '#app/files/parts-with-files.server.ts'
import type { Language } from '#app/i18n/instance.ts'
import type { Db } from '#db/client.ts'
import { colleaguesIn } from '#db/queries/colleagues.ts'
import { directoryOf, type Directory } from '#db/queries/directory.ts'
import { clocksOfIssue, type IssuePause } from '#db/queries/issue-clocks.ts'
import { issueParts, type Slip } from '#db/queries/issue-parts.ts'
import { positionOf, type PositionRow } from '#db/queries/issue-position.ts'
import { storyOf, type StoryEvent } from '#db/queries/issue-story.ts'
import { verifyChain } from '#db/queries/verify-chain.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { daysLeft } from '#workflows/deadlines/days-left.ts'
import { mayAsk } from '#workflows/directive/machine.ts'
import { movesOpenTo } from '#workflows/resolution/advance.ts'
import type { DeadlineClass, MoveName } from '#workflows/resolution/moves.ts'
import { mayWriteNote } from '#workflows/resolution/notes.ts'
import { isOpen, rungOf } from '#workflows/resolution/states.ts'
import { clockRows, elapsedView, standingFor, whyThisDate } from './clocks-view.ts'
import { coordinationOf, isOutsider } from './coordination.ts'
import { choicesFor, initialValues, type Terms } from './move-choices.ts'
import { namer, type Namer } from './names.ts'
import { policyAt, rulesOf, type Rules } from './rules.server.ts'
import { lastAskedBy, saidBefore } from './said-before.ts'
import { splitChoice } from './split-choice.ts'
import { suggestionFor } from './suggestion-for.ts'
import { firstResultOf } from './first-result.ts'
import { tellFiler, tellStory, type Teller } from './tell-story.ts'
import { comparisonOf, writingFor } from './writing-view.server.ts'

export type IssueView = NonNullable<Awaited<ReturnType<typeof issueView>>>

type Reader = {
  actor: Actor
  language: Language
  /** The move whose form is asked for. */
  asked?: string | null
  /** Sentences chosen so far for the part that a split makes, «12-58». */
  taken?: string[]
  /** Versions of the answer to be compared, «2..3». */
  compare?: string | null
  now?: Date
}

const watchers: Actor['role'][] = ['auditor', 'coordinator']
/** Whom the page of a conference lets in. */
const atConferences: Actor['role'][] = ['coordinator', 'secretary', 'leader', 'auditor']

/**
 * An issue with everything on it that this person may read, in one language; `undefined` where there is none for them.
 * Filers get what was sent to them: no drafts, no notes, no opinions, no names of officials.
 */
export async function issueView(db: Db, codeOrId: string, { actor, language, asked, taken = [], compare, now = new Date() }: Reader) {
  const position = await positionOf(db, codeOrId, actor)
  if (!position) return undefined
  const { row, state, facts } = position
  const filer = actor.role === 'enterprise' || actor.role === 'association'
  const openMoves = movesOpenTo({ state, facts }, { by: actor, at: now.toISOString() })
  const [{ clocks, pauses }, parts, events, rules, directory, chain, similar] = await Promise.all([
    clocksOfIssue(db, row.id),
    issueParts(db, row, actor).then(withFiles),
    storyOf(db, row.id),
    rulesOf(db),
    directoryOf(db),
    watchers.includes(actor.role) ? verifyChain(db, row.id) : null,
    asked ? null : similarFor(db, { row, openMoves, most: actor.role === 'coordinator' ? 3 : 0 }, actor, language),
  ])
  const name = namer(directory, language)
  const timing = { clocks, pauses, events, rules, name, now }
  const elapsed = elapsedView(timing)
  const move = openMoves.find((one) => one === asked)
  const people = move === 'commit' ? await colleaguesIn(db, [row.leadUnit ?? '', ...row.coordinatingUnits]) : []
  const outsider = isOutsider(actor, row)
  const writing = move ? await writingFor(db, move, { row, parts, today: localDate(now, rules.calendar) }) : null
  const shown = filer ? partsForFiler(parts, name, row.filedBy === actor.personId) : partsForStaff(parts, name, outsider)
  const teller: Teller = { name, files: parts.attached, inFull: watchers.includes(actor.role), ...(outsider && { onlyFor: actor.unit }) }
  return {
    filer,
    opensConference: atConferences.includes(actor.role),
    mayOpenImport: actor.role === 'coordinator' || actor.role === 'secretary',
    issue: { ...headOf(row, name, rules, now), ...(filer && { handBacks: 0, needsLeader: false, extension: 'none' as const }) },
    suggestion: filer || state !== 'received' ? null : suggestionFor(row.suggestion, name),
    why: whyThisDate(timing, !filer && !outsider),
    clocks: filer ? null : clockRows(timing, parts.commitments),
    elapsed: filer ? null : elapsed,
    standing: filer ? standingFor(elapsed, row.leadUnit && name.unit(row.leadUnit)) : null,
    ...shown,
    question: openMoves.includes('supply') ? questionIn(events, pauses) : null,
    comparison: filer ? null : comparisonOf(compare, [...(shown.draft ? [shown.draft] : []), ...shown.answers]),
    mayNote: mayWriteNote(facts, actor),
    mayDemand: mayAsk(actor) && row.leadUnit !== null,
    writing: openMoves.includes('submitAnswer') ? parts.writing : [],
    coordination: filer ? null : coordinationOf({ actor, row, parts, events, openMoves, name, calendar: rules.calendar, now }),
    story: filer ? tellFiler(events, teller) : tellStory(events, teller),
    chain,
    openMoves,
    similar,
    moving: move ? formFor(move, { writing, mine: actor.personId, unit: actor.unit, events, row, parts, taken, directory, name, rules, now, people }) : null,
    firstResult: firstResultOf(events, row),
  }
}

/** What the enterprise was asked last, by which unit as it was called then, and how long it is waited for. */
function questionIn(events: StoryEvent[], pauses: IssuePause[]) {
  const asked = events.findLast(({ move }) => move === 'askEnterprise')
  const until = pauses.at(-1)?.until
  return asked && until ? { text: String((asked.payload as { question?: string }).question ?? ''), unit: asked.unitName, until: until.toISOString() } : null
}

function headOf(row: PositionRow, name: Namer, { calendar }: Rules, now: Date) {
  const { id, code, version, state, text, track, firstDueOn, dueAt, handBacks, answeredOnTheSpot, needsLeader, extension } = row
  return {
    id, code, version, state, text, track, firstDueOn, handBacks, answeredOnTheSpot, needsLeader, extension,
    receivedAt: row.receivedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    left: isOpen(state) && dueAt ? daysLeft(dueAt, now, calendar) : null,
    rung: rungOf({ state, confirmed: row.confirmedAt !== null }) ?? null,
    group: row.group && name.group(row.group),
    topic: row.topic && name.topic(row.topic),
    leadUnit: row.leadUnit && name.unit(row.leadUnit),
    coordinatingUnits: row.coordinatingUnits.map(name.unit),
  }
}

/** A unit that takes part without leading reads the letters, not what is being written. */
const partsForStaff = (parts: PartsWithFiles, name: Namer, outsider: boolean) => ({
  ...parts,
  draft: outsider ? null : (parts.answers.find((answer) => answer.submittedAt === null) ?? null),
  answers: parts.answers.filter((answer) => (outsider ? answer.issuedAt : answer.submittedAt) !== null),
  opinions: [],
  urges: [],
  commitments: parts.commitments.map((one) => ({ ...one, ownerUnit: name.unit(one.ownerUnit) })),
  directives: parts.directives.map((one) => ({ ...one, unit: name.unit(one.unit) })),
})

/** Whom to ask is the filer's own: a colleague or a former member of an association does not get their telephone number. */
function partsForFiler(parts: PartsWithFiles, name: Namer, own: boolean): ReturnType<typeof partsForStaff> {
  const nobody = { draftedBy: null, draftedById: null, approvedBy: null, returnedAt: null, returnedBy: null, returnNote: null }
  return {
    ...parts,
    handler: null,
    comment: { ...parts.comment, note: null, proposedUnit: null, ...(!own && { contact: null, zone: null, district: null }) },
    draft: null,
    answers: parts.answers.filter((answer) => answer.issuedAt !== null).map((answer) => ({ ...answer, ...nobody })),
    opinions: [],
    urges: [],
    commitments: parts.commitments.map((one) => ({ ...one, ownerUnit: name.unit(one.ownerUnit), responsible: null, slips: slipsForFiler(one.slips) })),
    directives: [],
    letters: parts.letters.map((letter) => ({ ...letter, text: null })),
    // its words may name the issues of others
    tasks: parts.tasks.map((task) => ({ ...task, text: null })),
  }
}

const slipsForFiler = (slips: Slip[]): Slip[] =>
  slips.filter(({ state }) => state === 'granted').map((slip) => ({ ...slip, reason: null, askedBy: null, decidedBy: null, decisionNote: null }))

/** What the last version carried goes on into the next, like its words, until one is issued. */
const carriedInto = (move: MoveName, last: PartsWithFiles['answers'][number] | undefined) =>
  last?.issuedAt === null && last.kind === (move === 'refuse' ? 'refusal' : move === 'submitAnswer' ? 'answer' : undefined) ? last.files : []

/** How long each class gives, by the policy that held when the issue was received. */
function termsOf(rules: Rules, at: Date): Terms {
  const term = (one: DeadlineClass) => {
    const { amount, unit } = policyAt(rules, 'answer', one, at)
    return { amount, unit }
  }
  return { simple: term('simple'), severalUnits: term('severalUnits'), urgent: term('urgent') }
}

type FormGround = { row: PositionRow; parts: PartsWithFiles; taken: string[]; directory: Directory; name: Namer; rules: Rules; now: Date; people: string[]; writing: Awaited<ReturnType<typeof writingFor>>; mine: number; unit: string | null; events: StoryEvent[] }

function formFor(move: MoveName, { row, parts, taken, directory, name, rules, now, people, writing, mine, unit, events }: FormGround) {
  const today = localDate(now, rules.calendar)
  const on = parts.conference?.heldOn ?? localDate(row.receivedAt, rules.calendar)
  const draft = parts.answers.find((answer) => answer.submittedAt === null)
  const split = move === 'split' ? splitChoice(parts.comment, taken) : null
  return {
    move,
    saidBefore: saidBefore(move, { events, opinions: parts.opinions, unit, leadUnit: row.leadUnit && name.unit(row.leadUnit) }),
    split,
    initial: { ...initialValues(move, row, parts, lastAskedBy(move, events)), ...(split?.parts && { ...split.parts, sentences: split.taken }) },
    choices: choicesFor(move, { row, parts, directory, name, on, today, people, terms: termsOf(rules, row.receivedAt) }),
    seen: draft?.sha256 ?? '',
    /** The draft is the reader's own, saved by this page or another of theirs. */
    ownDraft: draft?.draftedById === mine,
    writing,
    opinionsOut: row.openOpinions.length,
    attached: carriedInto(move, parts.answers[0]),
  }
}
