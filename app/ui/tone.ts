/** What a colour says here; it never says it alone, words stand beside it. */
export type Tone = 'plain' | 'info' | 'teal' | 'good' | 'warn' | 'bad'

export const washOf: Record<Tone, string> = {
  plain: 'border-edge bg-wash text-ink',
  info: 'border-info bg-info-wash text-info',
  teal: 'border-teal bg-teal-wash text-teal',
  good: 'border-good bg-good-wash text-good',
  warn: 'border-warn bg-warn-wash text-warn',
  bad: 'border-bad bg-bad-wash text-bad',
}

export const fillOf: Record<Tone, string> = {
  plain: 'fill-edge',
  info: 'fill-info',
  teal: 'fill-teal',
  good: 'fill-good',
  warn: 'fill-warn',
  bad: 'fill-bad',
}
