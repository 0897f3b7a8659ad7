import { DISTRICT_TOPICS } from './lexicon/districts.ts'
import type { Knowledge } from './knowledge.ts'
import type { Scene } from './scene.ts'
import type { Reason, RoutingTopic } from './types.ts'
import { genericUnit, unitOn } from './units.ts'

/** `instead`: the code the route or rule names, where another unit holds its work on that day. */
export type LeadBelief = { unit: string; instead?: string; share: number; reasons: Reason[] }

/** Log-odds. Measured on decided issues: where the text places the matter counts, where the enterprise sits hardly. */
const PULL = {
  lead: 2, named: 1.3, proposed: 5, insidePark: 3, enterpriseInPark: 1, highTech: 2.2, districtActs: 2.4,
  districtPlace: 0.7, learned: 0.3,
}

const applies = (topics: string[], topic: string) =>
  topics.some((one) => one === topic || (one.endsWith('.') && topic.startsWith(one)))

export type Route = { leadUnit: string | null; leadInZone: string | null; coordinatingUnits: string[] }

/** The route in force on the day: the latest that has begun. */
export function routeOn(topic: RoutingTopic, on: string): Route {
  const begun = topic.routes.filter(({ validFrom }) => validFrom === null || validFrom <= on)
  const latest = begun.sort((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? '')).at(-1)
  return latest ?? { leadUnit: null, leadInZone: null, coordinatingUnits: [] }
}

/** «a», «b» as the reasons quote what was found. */
export const quoted = (words: string[]) => [...new Set(words)].map((word) => `«${word}»`).join(', ')

type Pulls = Map<string, { pull: number; instead?: string; reasons: Reason[] }>

/** Adds to a unit's pull; a unit that is not in being on the day, nor anybody after it, is left out. */
function puller(pulls: Pulls, on: string, knowledge: Knowledge) {
  return (code: string | null | undefined, pull: number, reason?: Reason) => {
    const unit = code ? unitOn(code, on, knowledge.units) : undefined
    if (!unit) return
    const at = pulls.get(unit) ?? { pull: 0, reasons: [] }
    at.pull += pull
    if (reason) at.reasons.push(reason)
    if (reason && code !== unit) at.instead ??= code!
    pulls.set(unit, at)
  }
}

/** Who may lead under a topic, with shares that add up to one. */
export function believeLeads(topic: RoutingTopic, scene: Scene, knowledge: Knowledge): LeadBelief[] {
  const pulls: Pulls = new Map()
  const pull = puller(pulls, scene.on, knowledge)
  const route = routeOn(topic, scene.on)
  const usual = route.leadUnit ?? route.coordinatingUnits[0] ?? 'VPUB'
  pull(usual, PULL.lead, { key: route.leadUnit ? 'topicLead' : 'noRoute', params: {} })
  for (const { rule, words } of scene.owners)
    if (applies(rule.topics, topic.code))
      pull(rule.unit, rule.weight, { key: rule.reason, params: { words: quoted(words) } })
  pullPark(topic, route, scene, pull)
  pullDistrict(topic, scene, pull)
  const generic = (code: string) => genericUnit(code, knowledge.units)
  for (const { code, words } of scene.mentioned)
    pull(generic(code), PULL.named, { key: 'unitNamed', params: { words: quoted([words]) } })
  if (scene.proposed) pull(generic(scene.proposed), PULL.proposed, { key: 'unitProposed', params: {} })
  for (const [unit, odds] of scene.learned)
    if (odds > 0 && (pulls.has(unit) || knowledge.everLed.has(unit))) pull(unit, Math.min(PULL.learned * odds, PULL.lead))
  return shares(pulls)
}

/** A park's board answers for its own ground and roads even where the route names nobody for parks. */
const ON_SITE = ['clearance.', 'support.transport', 'support.infrastructure']

type Pull = ReturnType<typeof puller>

function pullPark(topic: RoutingTopic, route: Route, scene: Scene, pull: Pull) {
  const onSite = applies(ON_SITE, topic.code)
  if (scene.highTech && (route.leadInZone || onSite) && topic.code !== 'support.transport')
    pull('BQLHL', PULL.highTech, { key: 'insideHighTechPark', params: {} })
  else if (scene.insidePark && (route.leadInZone || onSite))
    pull(route.leadInZone ?? 'BQLKCN', PULL.insidePark, { key: 'insidePark', params: {} })
  else if (scene.zone?.kind === 'park' && route.leadInZone)
    pull(route.leadInZone, PULL.enterpriseInPark, { key: 'enterpriseInPark', params: { zone: scene.zone.zone } })
}

function pullDistrict(topic: RoutingTopic, scene: Scene, pull: Pull) {
  if (!applies(DISTRICT_TOPICS, topic.code)) return
  const [first] = scene.districtActs
  if (first) pull('UBND-QH', PULL.districtActs, { key: 'districtActs', params: { words: quoted([first]) } })
  else if (scene.districtPlaces.length)
    pull('UBND-QH', PULL.districtPlace, { key: 'districtPlace', params: { words: quoted(scene.districtPlaces) } })
}

function shares(pulls: Pulls): LeadBelief[] {
  const sum = [...pulls.values()].reduce((all, { pull }) => all + Math.exp(pull), 0)
  return [...pulls]
    .map(([unit, { pull, instead, reasons }]) => ({ unit, instead, reasons, share: Math.exp(pull) / sum }))
    .sort((a, b) => b.share - a.share || a.unit.localeCompare(b.unit))
}
