import { listAddress } from '#app/reports/addresses.ts'
import type { Translate } from '#app/i18n/instance.ts'
import { formatNumber } from '#app/ui/format.ts'
import type { Language } from '#app/i18n/instance.ts'

type About = { kind: string; params: Record<string, string | number> }
type Line = { key: string; count: number; path: string }

export const isReport = ({ kind }: Pick<About, 'kind'>) => kind.startsWith('report.')

/** The queues a daily report counts, in the order of its lines; what is due today is the queue of what is due soon, until this evening. */
export const dailyQueues = ['overdue', 'dueSoon', 'toApprove', 'toAccept', 'opinions', 'directives'] as const
/** The boxes a weekly report counts: of what came in the week, and of all there is. */
export const weeklyBoxes = ['received', 'answered', 'open', 'openOverdue'] as const

const dailyPath = (queue: (typeof dailyQueues)[number], day: string) =>
  queue === 'directives' ? '/directives?box=open' : `/work?queue=${queue}${queue === 'dueSoon' ? `&until=${day}` : ''}`

/** What a report counted, each number with exactly its list; numbers of nothing are left out. */
function linesOf({ kind, params }: About): Line[] {
  const { from, to, asOf, on } = params as Record<string, string>
  const lines = kind === 'report.daily'
    ? dailyQueues.map((key) => ({ key, count: Number(params[key] ?? 0), path: dailyPath(key, on!) }))
    : weeklyBoxes.map((key) => ({ key, count: Number(params[key] ?? 0), path: listAddress(key === 'received' || key === 'answered' ? { from, to } : {}, key, asOf!) }))
  return lines.filter(({ count }) => count > 0)
}

export const reportLines = (about: About, t: Translate, language: Language): { words: string; path: string }[] =>
  isReport(about) ? linesOf(about).map(({ key, count, path }) => ({ words: t(`schedules:${about.kind.slice(7)}.${key}`, { count, n: formatNumber(count, language) }), path })) : []

/** The page a report begins with. */
export const reportPlace = ({ kind, params }: About) => (kind === 'report.daily' ? '/work' : `/reports/resolution?by=unit&asOf=${encodeURIComponent(String(params.asOf))}`)
