import { expect, test } from 'vitest'
import { checkForm } from '#app/ui/check-form.ts'
import { minutesForm, minutesNames } from './minutes-form.ts'

function check(fields: Record<string, string>) {
  const form = new FormData()
  const empty = Object.fromEntries(minutesNames.map((name) => [name, '']))
  for (const [name, value] of Object.entries({ ...empty, ...fields })) form.set(name, value)
  return checkForm(minutesForm, form)
}

test.each([['8:30', '08:30'], ['08h30', '08:30'], ['14 giờ', '14:00'], ['7 giờ 45 phút', '07:45'], ['23.59', '23:59']])('the time «%s» is understood as %s', (typed, time) => {
  expect(check({ openedAt: typed })).toMatchObject({ ok: true, data: { openedAt: time, closedAt: null, chair: null } })
})

test.each(['24:00', '8:60', 'sáng', '8'])('«%s» is no time of day, and is said at its field', (typed) => {
  expect(check({ openedAt: typed })).toMatchObject({ ok: false, errors: { openedAt: { key: 'documents:form.time' } }, values: { openedAt: typed } })
})

test('a meeting does not end before it begins', () => {
  expect(check({ openedAt: '11:30', closedAt: '8:30' })).toMatchObject({ ok: false, errors: { closedAt: { key: 'documents:form.closesBefore' } } })
})

test('a form without its fields is refused, and clears nothing', () => {
  expect(checkForm(minutesForm, new FormData())).toMatchObject({ ok: false, errors: { venue: { key: 'common:invalid.required' } } })
})
