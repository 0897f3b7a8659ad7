import { clean } from '#workflows/text/nfc.ts'
import { namesRealDay } from '#workflows/deadlines/local-day.ts'
import { isTimedParty } from '#workflows/resolution/holdings.ts'
import type { TimeFilter } from '#db/queries/time-filter.ts'

/** The filters of the reports of time, as they stand in an address; what is unknown is left out. */
export function readTimeFilter(params: URLSearchParams): TimeFilter {
  const party = params.get('heldBy')
  const unit = (name: string) => {
    const cleaned = clean(params.get(name)?.trim() ?? '')
    return cleaned.ok && cleaned.text !== '' ? cleaned.text.slice(0, 60) : undefined
  }
  return {
    receivedSince: instantOf(params.get('receivedSince')),
    receivedBefore: instantOf(params.get('receivedBefore')),
    dueSince: instantOf(params.get('dueSince')),
    dueBefore: instantOf(params.get('dueBefore')),
    answeredFrom: dayOf(params.get('answeredFrom')),
    answeredTo: dayOf(params.get('answeredTo')),
    heldBy: isTimedParty(party) ? party : undefined,
    heldUnit: unit('heldUnit'),
    heardUnit: unit('heardUnit'),
  }
}

const countable = (at: Date) => at.getUTCFullYear() >= 1976 && at.getUTCFullYear() < 2200

function instantOf(value: string | null): Date | undefined {
  if (!value || !/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) || !namesRealDay(value)) return undefined
  const at = new Date(value)
  return countable(at) ? at : undefined
}

const dayOf = (value: string | null) => (value && /^\d{4}-\d{2}-\d{2}$/.test(value) && namesRealDay(value) && countable(new Date(value)) ? value : undefined)
