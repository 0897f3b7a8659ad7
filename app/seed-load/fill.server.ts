import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { asc, eq, getTableName, isNull } from 'drizzle-orm'
import type postgres from 'postgres'
import { readRules } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { projectRoot } from '#db/project-root.ts'
import { addEventYears } from '#db/queries/event-years.ts'
import {
  answers, comments, commitments, conferences, deadlines, enterprises, issueCoordinatingUnits, issueEvents, issueHoldings, issues, memberships, opinions, pauses, people,
  topics, units, verdicts, zones,
} from '#db/schema/index.ts'
import { withBareTables } from './bare-tables.server.ts'
import { copyInto, copyLines } from './copy.server.ts'
import { issueRows, type Cast, type Person, type Rows } from './issue-rows.ts'
import { lives, type Player } from './lives.ts'
import { randomFrom, type Random } from './random.ts'
import { workingDays } from './working-days.ts'

const tables = { comments, issues, events: issueEvents, deadlines, answers, opinions, commitments, verdicts, pauses, coordinating: issueCoordinatingUnits, holdings: issueHoldings }
const inOrder = Object.keys(tables) as (keyof typeof tables)[]
const keysOf = {
  comments: ['id', 'conferenceId', 'enterpriseId', 'text', 'channel', 'zone', 'district', 'receivedAt'],
  issues: [
    'id', 'code', 'commentId', 'conferenceId', 'enterpriseId', 'associationId', 'channel', 'text', 'group', 'topic', 'state', 'version', 'lastHash', 'track', 'leadUnit',
    'handlerId', 'deadlineClass', 'needsLeader', 'handBacks', 'handedBackBy', 'competenceDecided', 'lastEditorId', 'pending', 'headApprovedBy', 'extension',
    'answeredOnTheSpot', 'reopenings', 'reopenUntil', 'satisfied', 'receivedAt', 'acceptedAt', 'dueAt', 'dueOn', 'firstDueOn', 'firstAnsweredAt', 'answeredAt',
    'resolvedAt', 'confirmedAt', 'endedAt', 'updatedAt', 'zone', 'district',
  ],
  events: [
    'issueId', 'seq', 'move', 'from', 'to', 'at', 'personId', 'personName', 'role', 'onBehalfOf', 'unit', 'unitName', 'note', 'payload', 'previousHash', 'hash',
    'leadUnit', 'group', 'topic', 'dueAt', 'answeredAt', 'resolvedAt', 'confirmedAt',
  ],
  deadlines: ['issueId', 'clock', 'policyCode', 'startedAt', 'amount', 'amountUnit', 'convention', 'extensionDays', 'firstDueAt', 'dueAt', 'stoppedAt', 'met'],
  answers: ['issueId', 'number', 'kind', 'text', 'sha256', 'draftedBy', 'draftedAt', 'submittedAt', 'returnedAt', 'returnedBy', 'returnNote', 'approvedBy', 'letterNumber', 'letterDate', 'issuedAt'],
  opinions: ['issueId', 'unit', 'state', 'question', 'askedAt', 'dueAt', 'text', 'givenBy', 'givenAt'],
  commitments: ['issueId', 'number', 'state', 'text', 'ownerUnit', 'firstDueOn', 'dueOn', 'evidence', 'doneAt'],
  verdicts: ['issueId', 'number', 'solved', 'satisfied', 'reason', 'personId', 'through', 'at'],
  pauses: ['issueId', 'reason', 'question', 'startedAt', 'until', 'endedAt'],
  coordinating: ['issueId', 'unit', 'since'],
  holdings: ['issueId', 'number', 'party', 'unit', 'beforeAnswer', 'from', 'to', 'worked'],
} satisfies Record<keyof typeof tables, string[]>

/** Issues of so many years: twelve conferences in each, sixty units, the latest issues still under way. */
const yearsFor = (count: number) => Math.min(5, Math.max(1, Math.ceil(Math.log10(count)) - 2))
const mostUnits = 60
const [batch, breath] = [4_000, 40]

type Options = {
  now?: Date
  seed?: number
  say?: (line: string) => void
  /** Puts a word into the text of every so many issues. */
  plant?: { word: string; every: number }[]
}

/**
 * Fills an empty register with `count` believable issues by COPY: every history is one that the machine allows, and
 * every chain of hashes holds. The same seed and the same `now` give the same register. Cut short it leaves none; nobody
 * else can work in the register meanwhile.
 */
export async function fillRegister(db: Db, sql: postgres.Sql, count: number, { now = new Date(), seed = 1, say = () => {}, plant = [] }: Options = {}): Promise<void> {
  const random = randomFrom(seed)
  const rules = await readRules(db)
  const years = yearsFor(count)
  const days = workingDays(rules.calendar, dateBack(now, years * 365), dateBack(now, -120))
  const ground = await groundOf(db, count, { now, years, plant })
  const played = lives()
  const past = days.of(now).day
  const rowsOf = (number: number) => {
    const day = Math.min(past, Math.floor((number / count) * past))
    return issueRows({ ...ground.issue(number, days.dateOf(day), random), day, life: chosen(played, random) }, { rules, days, random, now })
  }
  await addEventYears(db, now, now.getFullYear() - years)
  await sql.begin(async (tx) => {
    await withBareTables(tx, inOrder.map((name) => getTableName(tables[name])), () => copyAll(tx as unknown as postgres.Sql, count, rowsOf, say))
    for (const name of ['comments', 'issues']) await tx.unsafe(`select setval(pg_get_serial_sequence('public.${name}', 'id'), ${count})`)
    await tx.unsafe(`select setval('public.issue_number', ${count})`)
    // with the usual memory it sorts on the disk, half as long again
    await tx.unsafe(`set local work_mem = '256MB'`)
    await tx`select public.rebuild_tallies(${now})`
  })
  await sql.unsafe('vacuum analyze')
}

type Lines = Record<keyof typeof tables, Buffer[]>

/** The next issues are made while those before them are copied. */
async function copyAll(tx: postgres.Sql, count: number, rowsOf: (number: number) => Rows, say: (line: string) => void) {
  let copying = Promise.resolve()
  for (let from = 0; from < count; from += batch) {
    const until = Math.min(count, from + batch)
    const lines = Object.fromEntries(inOrder.map((name) => [name, [] as Buffer[]])) as Lines
    for (let first = from; first < until; first += breath) {
      const some = Array.from({ length: Math.min(breath, until - first) }, (_, at) => rowsOf(first + at))
      for (const name of inOrder) lines[name].push(copyLines(some.flatMap((rows) => rows[name]), keysOf[name]))
      await nextTurn()
    }
    await copying
    copying = copyOver(tx, lines)
    copying.catch(() => {})
    if (until % 20_000 === 0 || until === count) say(`${until.toLocaleString('en')} issues`)
  }
  await copying
}

async function copyOver(tx: postgres.Sql, lines: Lines) {
  for (const name of inOrder) await copyInto(tx, tables[name], keysOf[name], lines[name])
}

const dateBack = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10)

function chosen<L extends { share: number }>(all: L[], random: Random): L {
  let rest = random() * all.reduce((sum, { share }) => sum + share, 0)
  return all.find(({ share }) => (rest -= share) < 0) ?? all[0]!
}

async function groundOf(db: Db, count: number, { now, years, plant }: { now: Date; years: number; plant: NonNullable<Options['plant']> }) {
  const texts = readFileSync(join(projectRoot, 'db/seed/data/labelled-issues.jsonl'), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as { text: string })
  const [unitRows, topicRows, zoneRows, accounts] = await Promise.all([
    db.select({ code: units.code, name: units.nameVi }).from(units).where(isNull(units.validTo)).orderBy(asc(units.code)).limit(mostUnits),
    db.select({ code: topics.code, group: topics.group }).from(topics).orderBy(asc(topics.code)),
    db.select({ name: zones.name, district: zones.district }).from(zones).orderBy(asc(zones.name)),
    db.select({ personId: people.id, name: people.name, role: memberships.role, unit: memberships.unit }).from(people).innerJoin(memberships, eq(memberships.personId, people.id)),
  ])
  const enterpriseIds = await enterprisesOf(db, Math.min(50_000, Math.max(20, Math.ceil(count / 8))), zoneRows)
  const conferenceIds = await conferencesOf(db, now, years)
  const find = (role: string, unit?: string): Person | null => accounts.find((one) => one.role === role && (unit === undefined || one.unit === unit)) ?? null
  const coordinator = find('coordinator')
  const officers = new Map(unitRows.map(({ code }) => [code, { officer: find('officer', code), head: find('head', code) }]))
  const names = Object.fromEntries(unitRows.map(({ code, name }) => [code, name]))
  const pick = <T>(all: T[], random: Random) => all[Math.floor(random() * all.length)]!
  return {
    issue(number: number, date: string, random: Random) {
      const [lead, second, asked] = threeOf(unitRows.length, random).map((at) => unitRows[at]!.code) as [string, string, string]
      const casting: Record<Player, Person | null> = {
        coordinator, leadOfficer: officers.get(lead)!.officer, leadHead: officers.get(lead)!.head, secondOfficer: officers.get(second)!.officer,
        askedOfficer: officers.get(asked)!.officer, filer: null, system: null,
      }
      const cast: Cast = { units: { lead, second, asked }, names, people: casting, enterpriseId: pick(enterpriseIds, random) }
      const { code: topic, group } = pick(topicRows, random)
      const place = pick(zoneRows, random)
      return {
        id: number + 1, code: `KN${date.slice(2, 4)}-${String(number + 1).padStart(5, '0')}`, cast, topic, group, zone: place.name, district: place.district,
        conferenceId: conferenceIds.findLast(({ heldOn }) => heldOn <= date)?.id ?? conferenceIds[0]!.id, text: `${pick(texts, random).text} Hồ sơ số ${number + 1}.${planted(plant, number)}`,
      }
    },
  }
}

const planted = (plant: NonNullable<Options['plant']>, number: number) => plant.filter(({ every }) => number % every === 0).map(({ word }) => ` ${word}.`).join('')

function threeOf(count: number, random: Random): number[] {
  const taken = new Set<number>()
  while (taken.size < 3) taken.add(Math.floor(random() ** 1.5 * count))
  return [...taken]
}

async function enterprisesOf(db: Db, count: number, zoneRows: { name: string; district: string | null }[]) {
  const all = Array.from({ length: count }, (_, at) => ({ name: `Công ty Mẫu số ${at + 1}`, zone: zoneRows[at % zoneRows.length]!.name, district: zoneRows[at % zoneRows.length]!.district }))
  const ids: number[] = []
  for (let from = 0; from < count; from += 5_000) ids.push(...(await db.insert(enterprises).values(all.slice(from, from + 5_000)).returning({ id: enterprises.id })).map(({ id }) => id))
  return ids
}

async function conferencesOf(db: Db, now: Date, years: number) {
  const first = new Date(now.getTime() - years * 365 * 86_400_000)
  const all = Array.from({ length: years * 12 + 1 }, (_, month) => {
    const heldOn = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 5)).toISOString().slice(0, 10)
    return { title: `Hội nghị đối thoại Mẫu ${heldOn.slice(5, 7)}/${heldOn.slice(0, 4)}`, heldOn }
  })
  return db.insert(conferences).values(all).returning({ id: conferences.id, heldOn: conferences.heldOn })
}
