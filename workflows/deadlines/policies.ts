import type { Convention } from './working-time.ts'

export type DeadlineClock =
  | 'receive'
  | 'accept'
  | 'forward'
  | 'opinion'
  | 'approval'
  | 'answer'
  | 'enterprise'
  | 'verdict'
  | 'reopen'
  | 'extension'

export type DeadlineClass = 'simple' | 'severalUnits' | 'urgent'

export type DeadlinePolicy = {
  code: string
  clock: DeadlineClock
  /** null: for every class that has no policy of its own. */
  class: DeadlineClass | null
  amount: number
  unit: 'day' | 'hour'
  convention: Convention
  /** First and last local date on which the policy holds, both included; null: without bound. */
  validFrom: string | null
  validTo: string | null
  legalBasis: string
}

/**
 * The policy valid on that local date (yyyy-MM-dd): one for the class itself before one for every class, and of
 * several the one that came into force last. Undefined when none is valid.
 */
export const policyFor = (
  policies: readonly DeadlinePolicy[],
  clock: DeadlineClock,
  deadlineClass: DeadlineClass | null,
  onDate: string,
): DeadlinePolicy | undefined =>
  policies
    .filter((policy) => policy.clock === clock && (policy.class === deadlineClass || policy.class === null))
    .filter(({ validFrom, validTo }) => (validFrom ?? onDate) <= onDate && onDate <= (validTo ?? onDate))
    .sort((a, b) => Number(a.class === null) - Number(b.class === null) || newest(a, b))[0]

const newest = (a: DeadlinePolicy, b: DeadlinePolicy): number => {
  const [from, other] = [a.validFrom ?? '', b.validFrom ?? '']
  return from > other ? -1 : from < other ? 1 : 0
}

const unconfirmed =
  'Mặc định của hệ thống; chưa có quy định riêng cho kiến nghị tại hội nghị đối thoại, chờ Thành phố xác nhận.'
const ihanoi = 'Quy chế tiếp nhận, xử lý phản ánh, kiến nghị trên iHanoi'
const decree92 =
  'Nghị định 92/2017/NĐ-CP (sửa đổi, bổ sung Nghị định 20/2008/NĐ-CP): kiến nghị gửi không đúng thẩm quyền được ' +
  'chuyển đến cơ quan có thẩm quyền chậm nhất 05 ngày làm việc.'

const within = (
  clock: DeadlineClock,
  forClass: DeadlineClass | null,
  [amount, unit]: [number, DeadlinePolicy['unit']],
  legalBasis: string,
): DeadlinePolicy => ({
  code: forClass ? `${clock}.${forClass}` : clock,
  clock,
  class: forClass,
  amount,
  unit,
  convention: 'A',
  validFrom: null,
  validTo: null,
  legalBasis,
})

/**
 * What holds until the city edits it. Only the five days to forward rest on a decree; no rule fixes terms for petitions
 * raised at Hanoi's dialogue conferences, so the rest says of itself that it is to be confirmed.
 */
export const defaultPolicies: readonly DeadlinePolicy[] = [
  within('receive', null, [8, 'hour'], `${ihanoi}: tiếp nhận trong 08 giờ làm việc.`),
  within('receive', 'urgent', [4, 'hour'], `${ihanoi}: việc khẩn tiếp nhận trong 04 giờ làm việc.`),
  within('accept', null, [1, 'day'], unconfirmed),
  within('forward', null, [5, 'day'], decree92),
  within('opinion', null, [5, 'day'], unconfirmed),
  within('approval', null, [2, 'day'], unconfirmed),
  within('answer', 'simple', [10, 'day'], unconfirmed),
  within('answer', 'severalUnits', [15, 'day'], unconfirmed),
  within('answer', 'urgent', [5, 'day'], unconfirmed),
  within('enterprise', null, [10, 'day'], unconfirmed),
  within('verdict', null, [15, 'day'], unconfirmed),
  within('reopen', null, [15, 'day'], unconfirmed),
  within('extension', null, [60, 'day'], unconfirmed),
]
