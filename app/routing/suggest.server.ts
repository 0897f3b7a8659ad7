import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '#db/client.ts'
import { projectRoot } from '#db/project-root.ts'
import { recentDecisions } from '#db/queries/precedents.ts'
import { routingTables } from '#db/queries/routing-tables.ts'
import { makeKnowledge, type Knowledge } from '#workflows/routing/knowledge.ts'
import { suggest } from '#workflows/routing/suggest.ts'
import type { Precedent, RoutingRequest, Suggestion } from '#workflows/routing/types.ts'

type SuggestionRequest = Omit<RoutingRequest, 'on'> & {
  /** The day whose units are meant: of the conference, else today. */
  on?: string | null
}

const holdFor = 60_000
const mostDecisions = 5_000
let cached: { knowledge: Promise<Knowledge>; until: number } | undefined

/** What suggestions are made from: the administrator's tables, the shipped labelled issues and decisions made here. */
export function routingKnowledge(db: Db): Promise<Knowledge> {
  if (cached && cached.until > Date.now()) return cached.knowledge
  const knowledge = gather(db)
  cached = { knowledge, until: Date.now() + holdFor }
  knowledge.catch(forgetKnowledge)
  return knowledge
}

/** After units, topics or routes were edited in this process. */
export const forgetKnowledge = () => {
  cached = undefined
}

/** Who should lead, with reasons and alternatives. A person decides; a text that says nothing gets no suggestion. */
export async function suggestFor(db: Db, request: SuggestionRequest): Promise<Suggestion | undefined> {
  return suggestWith(await routingKnowledge(db), request)
}

/** The same with knowledge at hand, for many texts in one go. */
export function suggestWith(knowledge: Knowledge, { on, ...request }: SuggestionRequest): Suggestion | undefined {
  if (knowledge.topics.size === 0 || request.text.trim() === '') return undefined
  return suggest({ ...request, on: on ?? today() }, knowledge)
}

async function gather(db: Db): Promise<Knowledge> {
  const [{ units, topics, zones }, decisions] = await Promise.all([routingTables(db), recentDecisions(db, mostDecisions)])
  const districts = units.filter(({ parent }) => parent === 'UBND-QH').map(({ nameVi }) => ({ nameVi: nameVi.replace(/^UBND /, '') }))
  return makeKnowledge({ units, topics, zones, districts, precedents: [...decisions, ...shipped()] })
}

type Labelled = { text: string; date: string | null; group: string; topic: string; lead_unit: string | null }

function shipped(): Precedent[] {
  const lines = readFileSync(join(projectRoot, 'db/seed/data/labelled-issues.jsonl'), 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => {
    const { text, date, group, topic, lead_unit: leadUnit } = JSON.parse(line) as Labelled
    return { text, group, topic, leadUnit, on: date }
  })
}

const calendarOfHanoi = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })
const today = () => calendarOfHanoi.format(new Date())
