import type { Figures } from './load.ts'

const columns = ['req/s', 'p50 ms', 'p95 ms', 'p99 ms', 'server', 'database', 'raw SQL', 'kB', 'errors']
const wide = 44
const cell = (value: string | number) => String(value).padStart(9)

export const header = 'scenario'.padEnd(wide) + columns.map(cell).join('')

/** Processor milliseconds a request, of the server and of the database; `raw SQL` is the time of one asking. */
export function line(of: Figures) {
  const numbers = [of.rate.toFixed(0), of.p50.toFixed(1), of.p95.toFixed(1), of.p99.toFixed(1), of.serverMs.toFixed(2), of.databaseMs.toFixed(2), of.rawMs?.toFixed(2) ?? '', of.kB.toFixed(1), of.errors]
  return of.name.padEnd(wide) + numbers.map(cell).join('')
}

const measures = { 'CPU ms': (of: Figures) => of.serverMs + of.databaseMs, 'p95 ms': (of: Figures) => of.p95 }

/** What each question costs at each size, and how many times as much as at the size before. */
export function growth(bySize: Map<number, Figures[]>): string[] {
  const sizes = [...bySize.keys()]
  const names = [...new Set([...bySize.values()].flat().map(({ name }) => name))]
  return Object.entries(measures).flatMap(([measure, valueOf]) => [
    '',
    `${measure} by size`.padEnd(wide) + sizes.flatMap((size, at) => [cell(size.toLocaleString('en')), ...(at > 0 ? [cell('times')] : [])]).join(''),
    ...names.map((name) => name.padEnd(wide) + factors(sizes.map((size) => bySize.get(size)?.find((one) => one.name === name)), valueOf)),
  ])
}

const factors = (figures: (Figures | undefined)[], valueOf: (of: Figures) => number) =>
  figures.flatMap((of, at) => {
    const [value, before] = [of && valueOf(of), figures[at - 1] && valueOf(figures[at - 1]!)]
    return [cell(value?.toFixed(2) ?? ''), ...(at > 0 ? [cell(value && before ? `× ${(value / before).toFixed(2)}` : '')] : [])]
  }).join('')
