import { readAsOf } from '#app/issues/list-filter.ts'
import { changeBoxes, firstLookMs, longestLookMs, ways, type Change } from '#workflows/reports/changes.ts'

/** What of an address asks for which issues changed how; what is unknown in it becomes the usual: a list is better than an error. No further back than a look goes. */
export function readChange(params: URLSearchParams, now: Date) {
  const change: Change = {
    box: changeBoxes.find((box) => box === params.get('box')) ?? 'received',
    way: ways.find((way) => way === params.get('way')) ?? 'in',
  }
  const until = readAsOf(params.get('until') ?? undefined) ?? now
  const since = readAsOf(params.get('since') ?? undefined) ?? new Date(until.getTime() - firstLookMs)
  const earliest = new Date(until.getTime() - longestLookMs)
  return { change, between: { since: since < earliest ? earliest : since, until } }
}
