import { resolution } from './machine.ts'

type Branch = { target?: string; guard?: unknown }

/** The machine as a Mermaid state diagram, one arrow for each move that leads elsewhere, moves with one end joined. */
export function diagram(): string {
  const arrows = Object.entries(resolution.config.states ?? {}).flatMap(([state, node]) => {
    const byTarget = new Map<string, string[]>()
    for (const [move, on] of Object.entries(node.on ?? {})) {
      for (const { target } of [on].flat() as Branch[]) {
        const end = target ?? state
        byTarget.set(end, [...new Set([...(byTarget.get(end) ?? []), move])])
      }
    }
    return [...byTarget].map(([target, moves]) => `  ${state} --> ${target}: ${moves.join(', ')}`)
  })
  return ['stateDiagram-v2', '  [*] --> received', ...arrows].join('\n')
}
