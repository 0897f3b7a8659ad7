import type { Actor } from '#app/access/actor.ts'
import { notFound } from '#app/http/errors.ts'
import type { Language } from '#app/i18n/instance.ts'
import { readFilter } from '#app/issues/list-filter.ts'
import { beginning } from '#app/issues/list-rows.ts'
import { namer } from '#app/issues/names.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { addressOf, type PageAddress } from '#app/views/page-address.ts'
import type { Db } from '#db/client.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { positionOf } from '#db/queries/issue-position.ts'
import { unitsWithHead } from '#db/queries/unit-heads.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { needsMandate } from '#workflows/directive/machine.ts'
import { addressWords } from './address-words.server.ts'
import { figureOf, readFigure, splitInstant } from './figure.server.ts'
import { usualDay } from './require-day.ts'

type Asking = { params: URLSearchParams; language: Language; now?: Date }

/** What an explanation is about to be asked of: the page or the issue, the units it may be asked from, a usual day. */
export async function askView(db: Db, actor: Actor, { params, language, now = new Date() }: Asking) {
  const [directory, { calendar }] = await Promise.all([directoryOf(db), rulesOf(db)])
  const name = namer(directory, language)
  const subject = params.has('issue') ? await issueSubject(db, actor, params.get('issue') ?? '') : await figureSubject(db, actor, params.get('about') ?? '', { language, now })
  const answering = await unitsWithHead(db, localDate(now, calendar))
  const units = [...directory.units.values()].filter(({ code }) => answering.has(code) && (subject.units?.includes(code) ?? true))
  return {
    ...subject,
    units: units.map(({ code }) => ({ value: code, label: name.unit(code) })).sort((a, b) => a.label.localeCompare(b.label, 'vi')),
    unit: units.some(({ code }) => code === subject.unit) ? subject.unit : '',
    usualDay: usualDay(now, calendar),
    needsMandate: needsMandate(actor),
  }
}

export type AskView = Awaited<ReturnType<typeof askView>>

type Subject = {
  about: string | null; issue: { code: string; text: string } | null; figure: number | null; asOf: Date | null; words: string[]
  /** Whom the subject suggests, and whom alone it may be asked from. */
  unit: string; units: string[] | null
}

async function issueSubject(db: Db, actor: Actor, code: string): Promise<Subject> {
  const { row } = (await positionOf(db, code, actor)) ?? notFound('issue')
  const units = [row.leadUnit, ...row.coordinatingUnits, ...row.commitments.map(({ ownerUnit }) => ownerUnit)].filter((one) => one !== null)
  return { about: null, issue: { code: row.code, text: beginning(row.text) }, figure: null, asOf: null, words: [], unit: row.leadUnit ?? '', units }
}

async function figureSubject(db: Db, actor: Actor, about: string, { language, now }: { language: Language; now: Date }): Promise<Subject> {
  const read = readFigure(about) ?? notFound('page')
  const { page, at } = splitInstant(read, now)
  const [figure, words] = await Promise.all([figureOf(db, actor, page, at), addressWords(db, page, language)])
  return { about: addressOf(read), issue: null, figure, asOf: at, words, unit: unitIn(page), units: null }
}

function unitIn({ params }: PageAddress): string {
  const { unit, partUnit, coordinating } = readFilter(params)
  return unit ?? partUnit ?? coordinating ?? ''
}
