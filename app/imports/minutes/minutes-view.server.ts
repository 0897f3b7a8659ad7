import { sha256 } from '#app/http/sha256.ts'
import type { Language } from '#app/i18n/instance.ts'
import type { Db } from '#db/client.ts'
import { groupsOfScheme } from '#db/queries/conferences.ts'
import { commentsOfImport, gridsOfImport, type ImportRow } from '#db/queries/import-preview.ts'
import { rowsNotThere } from '../rows-not-there.server.ts'
import { commentsOf, speakersHeard, type MinutesComment } from './comments-of.ts'
import { choiceValue, mostOnPage } from './minutes-form.ts'
import type { MinutesSettings } from './correct-minutes.ts'
import { matchSpeakers, type Match } from './match-speakers.server.ts'
import type { MinutesFile, MinutesProposal, Segment } from './minutes.ts'
import { keyOf, passageOf } from './passages.ts'
import { withholding } from './withhold.server.ts'

const pageSize = 40
/** Below this a person should look before pressing. */
const sureFrom = 0.7

/** The page of minutes: who speaks, and one page of the source with what each stretch of it is taken for. */
export async function minutesView(db: Db, row: ImportRow, search: URLSearchParams, language: Language) {
  const settings = row.mapping as MinutesSettings
  const proposal = row.proposal as MinutesProposal
  const { paragraphs, tables } = (await gridsOfImport(db, row.id)) as MinutesFile
  const comments = commentsOf(settings, proposal, paragraphs)
  const [fresh, groups, entered, matches, hidden] = await Promise.all([
    rowsNotThere(db, row.conferenceId, row.state === 'preview' ? comments : []),
    groupsOfScheme(db, row.scheme), commentsOfImport(db, row.id), matchSpeakers(db, settings.speakers),
    withholding(db, row.conferenceId, settings.speakers),
  ])
  const freshKeys = new Set(fresh.map(({ key }) => key))
  const known = new Set(comments.filter(({ key }) => !freshKeys.has(key)).map(({ key }) => key))
  const blocks = blocksOf(settings.segments).map((block) => ({ ...block, ...contentOf(block, { proposal, paragraphs, comments, known, hidden: hidden.sentence }) }))
  const pages = Math.max(1, Math.ceil(blocks.length / pageSize))
  const page = Math.min(Math.max(1, Number(search.get('page')) || 1), pages)
  const shown = blocks.slice((page - 1) * pageSize, page * pageSize)
  const heard = speakersHeard(settings).filter((at) => !hidden.speaker(settings.speakers[at]!))
  const speaking = new Set(fresh.map(({ speaker }) => speaker))
  const undecided = heard.filter((at) => speaking.has(at) && matches[at]!.choice === undefined)
  const onPage = new Set(shown.map(({ speaker }) => speaker))
  return {
    kind: 'minutes' as const, stamp: sha256(JSON.stringify(row.mapping)).slice(0, 16), id: row.id, state: row.state, fileName: row.fileName, conference: { id: row.conferenceId, title: row.conference },
    counts: countsOf(settings.segments, { fresh: fresh.length, entered, undecided: undecided.length, comments: comments.length }),
    correctedBefore: settings.from ?? null, oneTable: tables.length > 0,
    repaired: proposal.repaired, repairs: hidden.any ? [] : proposal.repairs,
    groups: groups.map(({ code, nameVi, nameEn }) => ({ value: code, label: (language === 'en' && nameEn) || nameVi })),
    speakers: heard.filter((at) => undecided.includes(at) || onPage.has(at)).slice(0, mostOnPage).map((at) => speakerOf(at, settings, matches[at]!)),
    names: settings.speakers.flatMap((one, at) => (hidden.speaker(one) ? [] : [{ value: String(at), label: one.name }])),
    blocks: shown, page, pages,
  }
}

export type MinutesView = Awaited<ReturnType<typeof minutesView>>
export type MinutesBlock = MinutesView['blocks'][number]
export type SpeakerRow = MinutesView['speakers'][number]

type Block = { segment: Segment; indexes: number[]; first: boolean; last: boolean }

/** Segments in the order of the source; one that goes on after another is shown in as many places. */
function blocksOf(segments: Segment[]): Block[] {
  const owner = new Map(segments.flatMap((segment) => segment.sentences.map((index) => [index, segment] as const)))
  const blocks: Block[] = []
  for (const index of [...owner.keys()].sort((a, b) => a - b)) {
    const segment = owner.get(index)!
    const last = blocks.at(-1)
    if (last?.segment === segment) last.indexes.push(index)
    else blocks.push({ segment, indexes: [index], first: keyOf(segment) === index, last: false })
  }
  return blocks
}

type Source = { proposal: MinutesProposal; paragraphs: MinutesFile['paragraphs']; comments: MinutesComment[]; known: Set<number>; hidden: (text: string) => boolean }

function contentOf({ segment, indexes }: Block, { proposal, paragraphs, comments, known, hidden }: Source) {
  const key = keyOf(segment)
  const sentences = indexes.map((index) => {
    const { paragraph, number, from, to } = proposal.sentences[index]!
    const text = paragraphs[paragraph - 1]!.text.slice(from, to)
    return { index, paragraph, number, ...(hidden(text) ? { text: '', withheld: true } : { text, withheld: false }) }
  })
  const withheld = sentences.some((one) => one.withheld)
  const order = comments.findIndex((one) => one.key === key)
  return {
    key, sentences, withheld, kind: segment.kind, speaker: withheld ? null : segment.speaker, group: segment.group, reasons: withheld ? [] : segment.reasons,
    unsure: segment.kind === 'comment' && segment.confidence < sureFrom, percent: Math.round(segment.confidence * 100),
    passage: passageOf(segment.sentences, proposal.sentences), length: segment.sentences.length, order: order < 0 ? null : order + 1, there: known.has(key),
  }
}

function speakerOf(at: number, { speakers, segments }: MinutesSettings, { found, choice, candidates }: Match) {
  const { name, taxCode, person } = speakers[at]!
  return {
    at, name, taxCode, person, found, choice: choiceValue(choice), comments: segments.filter(({ kind, speaker }) => kind === 'comment' && speaker === at).length,
    candidates: candidates.map((one) => ({ value: String(one.id), label: [one.name, one.taxCode, one.zone ?? one.district].filter(Boolean).join(' · ') })),
  }
}

function countsOf(segments: Segment[], more: { fresh: number; entered: number; undecided: number; comments: number }) {
  const of = (wanted: Segment['kind']) => segments.filter(({ kind }) => kind === wanted)
  return {
    ...more, answers: of('answer').length, tasks: of('task').length, asides: of('aside').reduce((sum, { sentences }) => sum + sentences.length, 0),
    unsure: of('comment').filter(({ confidence }) => confidence < sureFrom).length, nobody: of('comment').filter(({ speaker }) => speaker === null).length,
  }
}
