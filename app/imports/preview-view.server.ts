import type { Db } from '#db/client.ts'
import { notFound } from '#app/http/errors.ts'
import type { Language } from '#app/i18n/instance.ts'
import { groupsOfScheme } from '#db/queries/conferences.ts'
import { commentsOfImport, importById, rowsOfDenunciations, type ImportRow } from '#db/queries/import-preview.ts'
import { correct, placeOf, sectionsOf, blockersOf, type ImportSettings } from './corrections.ts'
import { fields, type Problem, type Proposal, type ProposedRow } from './annex/proposal.ts'
import { minutesView } from './minutes/minutes-view.server.ts'
import { rowsNotThere, storedKey } from './rows-not-there.server.ts'

const pageSize = 50
const problemsShown = 60
const gravity = { error: 0, warning: 1, info: 2 } as const

/** What the page of an import shows, by the kind of what was read: of an annex its columns, every problem, and one page of its rows. */
export async function previewView(db: Db, id: string | undefined, search: URLSearchParams, language: Language) {
  const row = (/^\d{1,15}$/.test(id ?? '') && (await importById(db, Number(id)))) || notFound('import')
  return row.kind === 'minutes' ? minutesView(db, row, search, language) : annexView(db, row, search, language)
}

async function annexView(db: Db, row: ImportRow, search: URLSearchParams, language: Language) {
  const settings = row.mapping as ImportSettings
  const proposal = row.proposal as Proposal
  const denounced = await rowsOfDenunciations(db, row.conferenceId)
  const corrected = withhold(correct(proposal, settings.corrections), denounced)
  const included = corrected.rows.filter(({ include }) => include)
  const [fresh, groups, entered] = await Promise.all([
    row.state === 'preview' ? rowsNotThere(db, row.conferenceId, included) : [],
    groupsOfScheme(db, row.scheme),
    commentsOfImport(db, row.id),
  ])
  const named = groups.map(({ code, nameVi, nameEn }) => ({ value: code, label: (language === 'en' && nameEn) || nameVi }))
  const problems = [...corrected.problems, ...corrected.rows.flatMap((one) => one.problems)].sort((a, b) => gravity[a.severity] - gravity[b.severity])
  const onlyTroubled = search.get('show') === 'problems'
  const rows = onlyTroubled ? corrected.rows.filter(isTroubled) : corrected.rows
  const pages = Math.max(1, Math.ceil(rows.length / pageSize))
  const page = Math.min(Math.max(1, Number(search.get('page')) || 1), pages)
  return {
    kind: 'annex' as const, id: row.id, state: row.state, fileName: row.fileName,
    conference: { id: row.conferenceId, title: row.conference },
    counts: { rows: corrected.rows.length, included: included.length, fresh: fresh.length, entered, troubled: corrected.rows.filter(isTroubled).length },
    blockers: blockersOf(corrected).slice(0, 10).map(inWords),
    sheets: row.state === 'preview' ? sheetsOf(settings, denounced.size > 0) : [],
    sections: sectionsOf(proposal.rows).slice(0, 60).map((section) => ({ ...section, group: settings.corrections.groups[section.place] ?? section.group })),
    groups: named,
    problems: problems.slice(0, problemsShown).map(inWords),
    problemCounts: Object.keys(gravity).map((severity) => ({ severity, count: problems.filter((one) => one.severity === severity).length })),
    rows: rows.slice((page - 1) * pageSize, page * pageSize).map((one) => rowOf(one, named, settings.corrections.fixes)),
    page, pages, onlyTroubled,
  }
}

export type PreviewView = Awaited<ReturnType<typeof annexView>>

type ShownRow = ProposedRow & { withheld: boolean }

/**
 * Where a part of a row's comment is a denunciation now, the row keeps its place and shows nothing of who said what: as
 * in the other parts of such a comment (see comment-words.ts), and what was wrong with its cells would quote them.
 */
function withhold(proposal: Proposal, denounced: Set<string | null>): Omit<Proposal, 'rows'> & { rows: ShownRow[] } {
  const blank = { enterprise: '', taxCode: '', zone: '', district: '', text: '', unit: '', problems: [], withheld: true }
  const rows = proposal.rows.map((row) => (denounced.size > 0 && denounced.has(storedKey(row)) ? { ...row, ...blank } : { ...row, withheld: false }))
  return { ...proposal, rows }
}

const isTroubled = ({ problems }: ProposedRow) => problems.some(({ severity }) => severity !== 'info')

const inWords = ({ sheet, cell, severity, key, params }: Problem) => ({ sheet, cell, severity, text: { key: `imports:${key}`, params } })

function rowOf(row: ShownRow, groups: { value: string; label: string }[], accepted: string[]) {
  const place = placeOf(row)
  const offer = row.problems.find(({ fix }) => fix)?.fix?.value
  return {
    place, sheet: row.sheet, row: row.row, withheld: row.withheld, enterprise: row.enterprise, taxCode: row.taxCode,
    where: [row.zone, row.district].filter(Boolean).join(', '), text: row.text, unit: row.unit,
    group: groups.find(({ value }) => value === row.group)?.label ?? null, include: row.include,
    offer, accepted: accepted.includes(place), problems: row.problems.map(inWords),
  }
}

export type PreviewRow = ReturnType<typeof rowOf>

/** Sheets with what each column was taken for; the texts of fields are `imports:fieldX`. */
function sheetsOf({ sheets, outline }: ImportSettings, withoutSamples: boolean) {
  return outline.filter(({ columns }) => columns.length > 0).map(({ sheet, hidden, rows, columns }) => {
    const table = Object.hasOwn(sheets, sheet) ? sheets[sheet] : undefined
    const fieldOf = (column: number) => fields.find((field) => table?.columns[field] === column)
    return {
      sheet, hidden, rows, used: table !== undefined, headerRow: table?.headerRow ?? 0,
      columns: columns.map((column, index) => ({ ...column, ...(withoutSamples && { sample: '' }), index, field: fieldOf(index) ?? '' })),
    }
  })
}
