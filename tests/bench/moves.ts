import type { Scenario } from './load.ts'
import type { Planned } from './scenarios.ts'
import type { Register } from './register.ts'

type Headers = Record<string, string>
type As = { origin: string; coordinator: Headers; officer: Headers }

/** What this run has filed is routed, then accepted: each a move on an issue of its own, through the API. */
export async function routeAndAccept({ sql }: Register, { origin, coordinator, officer }: As): Promise<Planned[]> {
  const [known] = await sql`select coalesce(max(id), 0)::bigint as id from issues`
  const fresh = async (state: string) =>
    (await sql`select id, version from issues where id > ${String(known!.id)} and state = ${state} order by id`).map(({ id, version }) => ({ id: Number(id), version: Number(version) }))
  return [
    async () => moving('API move: route', coordinator, await fresh('received'), { move: 'route', leadUnit: 'SCT', coordinatingUnits: [], deadlineClass: 'simple', needsLeader: false }),
    async () => moving('API move: accept', officer, await fresh('routed'), { move: 'accept' }),
  ]

  function moving(name: string, headers: Headers, issues: { id: number; version: number }[], move: object): Scenario {
    let next = 0
    const each = () => {
      const { id, version } = issues[next++ % issues.length]!
      return { path: `/api/v1/issues/${id}/moves`, body: JSON.stringify({ ...move, version }) }
    }
    // each connection takes one more than it sends
    return { name, origin, path: '/api/v1/issues', method: 'POST', headers, each, amount: issues.length - 40 }
  }
}
