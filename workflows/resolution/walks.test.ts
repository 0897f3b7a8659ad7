import { getShortestPaths } from '@xstate/graph'
import { expect, test } from 'vitest'
import { advance } from './advance.ts'
import type { By } from './actor.ts'
import type { Move, Position } from './facts.ts'
import { resolution } from './machine.ts'
import { moveNames, type MoveName } from './moves.ts'
import { replay, type StoredEvent } from './replay.ts'
import { a, facts, make } from './sample-moves.ts'
import type { IssueState } from './states.ts'

const cast: By[] = [
  a('enterprise', null, 20), a('secretary', 'VPUB', 10), a('coordinator', 'VPUB', 11), a('officer', 'STNMT', 1), a('head', 'STNMT', 2),
  a('officer', 'SXD', 3), a('head', 'SXD', 4), a('officer', 'STC', 5), a('leader', 'VPUB', 12), a('system'),
]
const flagged = (): Move => ({ ...make('route', a('coordinator', 'VPUB', 11)), needsLeader: true }) as Move
const everyMove: Move[] = [...moveNames.flatMap((name) => cast.map((by) => make(name, by))), flagged()]

/** One edge of the machine: a state, a move, and which of its branches was taken. */
const edges = Object.entries(resolution.config.states ?? {}).flatMap(([state, node]) =>
  Object.entries(node.on ?? {}).flatMap(([move, branches]) =>
    (Array.isArray(branches) ? branches : [branches]).map((branch) => `${state} –${move}→ ${(branch as { target?: string }).target ?? state}`),
  ),
)

type Walk = { position: Position; moves: Move[] }

/** Breadth first over positions that differ in state or in the facts guards ask about. */
function walks(): Map<string, Walk> {
  const start: Walk = { position: { state: 'received', facts: facts() }, moves: [] }
  const reached = new Map<string, Walk>()
  const seen = new Set([JSON.stringify(start.position)])
  const queue = [start]
  while (queue.length > 0) {
    const here = queue.shift()!
    if (here.moves.length >= 9) continue
    for (const move of everyMove) {
      const step = advance(here.position, move)
      if (!step.ok) continue
      const there = { position: step.to, moves: [...here.moves, move] }
      const edge = `${here.position.state} –${move.type}→ ${step.to.state}`
      if (!reached.has(edge)) reached.set(edge, there)
      const key = JSON.stringify(essence(step.to))
      if (seen.has(key)) continue
      seen.add(key)
      queue.push(there)
    }
  }
  return reached
}

const essence = ({ state, facts: of }: Position) => ({
  state, ...of, handBacks: Math.min(of.handBacks, 2), commitments: of.commitments.slice(0, 2), lastEditorId: of.lastEditorId === null,
})

const reached = walks()

test.each([...new Set(edges)])('somebody can walk the edge %s', (edge) => {
  expect([...reached.keys()]).toContain(edge)
})

test('every walk, stored as events, replays through the machine to where it ended', () => {
  for (const [edge, { position, moves }] of reached) {
    const log = store(moves)
    expect(replay(log), edge).toEqual({ ok: true, position })
  }
})

test('a log that was tampered with does not replay', () => {
  const log = store([...reached.get('awaitingApproval –approve→ answered')!.moves])
  const forged = log.map((event) => (event.move === 'approve' ? { ...event, personId: 1 } : event))
  expect(replay(forged)).toMatchObject({ ok: false, because: 'approve is refused in awaitingApproval' })
  expect(replay(log.slice(1))).toMatchObject({ ok: false, at: 0 })
})

test('the graph library finds a shortest path to every state of the machine', () => {
  const paths = getShortestPaths(resolution, {
    input: facts(),
    events: everyMove,
    serializeState: ({ value, context }) => JSON.stringify([value, context.leadUnit !== null, context.pending, context.reopenings]),
    limit: 20_000,
  })
  const states = new Set(paths.flatMap((path) => path.steps.map((step) => String(step.state.value))))
  expect([...states].sort()).toEqual(Object.keys(resolution.config.states ?? {}).sort())
})

function store(moves: readonly Move[]): StoredEvent[] {
  let position: Position = { state: 'received', facts: facts() }
  const first: StoredEvent = {
    move: 'receive', from: null, to: 'received', at: make('accept', a('system')).at, personId: null, role: 'system', unit: null,
    payload: { enterpriseId: 7, associationId: null },
  }
  const rest = moves.map((move) => {
    const step = advance(position, move)
    if (!step.ok) throw new Error(`${move.type} in ${position.state}`)
    const { type, by, at, ...payload } = move
    const event = {
      move: type as MoveName, from: position.state as IssueState, to: step.to.state, at, personId: by.personId, role: by.role, unit: by.unit,
      payload: { ...payload, enterpriseId: by.enterpriseId, associationId: by.associationId },
    }
    position = step.to
    return event
  })
  return JSON.parse(JSON.stringify([first, ...rest])) as StoredEvent[]
}
