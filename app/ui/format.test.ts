import { describe, expect, test } from 'vitest'
import { formatDate, formatDateTime, formatMonth, formatNumber, formatRate, formatShortWeekday, formatTime, formatWeekday } from './format.ts'

describe('dates', () => {
  test('a moment is shown as the day it is in Hanoi', () => {
    expect(formatDate(new Date('2024-04-05T18:30:00Z'))).toBe('06/04/2024')
    expect(formatDateTime('2024-04-05T18:30:00Z')).toBe('01:30 06/04/2024')
  })

  test('a date alone is that day, whatever the zone', () => {
    expect(formatDate('2024-04-05')).toBe('05/04/2024')
  })

  test('midnight is 00:00, not 24:00', () => {
    expect(formatTime('2024-04-04T17:00:00Z')).toBe('00:00')
  })

  test('months and weekdays follow the language', () => {
    expect(formatMonth('2024-04-05', 'vi')).toBe('tháng 4 năm 2024')
    expect(formatMonth('2024-04-05', 'en')).toBe('April 2024')
    expect(formatWeekday('2024-04-05', 'vi')).toBe('Thứ Sáu')
    expect(formatShortWeekday('2024-04-05', 'vi')).toBe('T6')
    expect(formatShortWeekday('2024-04-07', 'vi')).toBe('CN')
    expect(formatShortWeekday('2024-04-05', 'en')).toBe('Fri')
  })
})

describe('numbers', () => {
  test('are grouped by full stops in Vietnamese and by commas in English', () => {
    expect(formatNumber(1_234_567.891, 'vi', 2)).toBe('1.234.567,89')
    expect(formatNumber(1_234_567.891, 'en', 2)).toBe('1,234,567.89')
    expect(formatNumber(1234, 'vi')).toBe('1.234')
  })

  test('a rate has one digit, and none without a denominator', () => {
    expect(formatRate(61, 80, 'vi')).toBe('76,3\u00a0%')
    expect(formatRate(61, 80, 'en')).toBe('76.3%')
    expect(formatRate(0, 0, 'vi')).toBe('–')
  })
})
