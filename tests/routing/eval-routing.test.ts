import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'eval-routing-'))
afterAll(() => rmSync(folder, { recursive: true }))

function evaluate(lines?: string[]) {
  const file = join(folder, 'issues.jsonl')
  if (lines) writeFileSync(file, lines.join('\n'))
  const run = ['--import', 'tsx', 'app/cli/eval-routing.ts', ...(lines ? [file] : [])]
  return spawnSync(process.execPath, run, { encoding: 'utf8' })
}

const good = {
  text: 'Đề nghị hoàn thuế.',
  date: null,
  group: 'admin',
  topic: 'admin.tax',
  lead_unit: 'CUCTHUE',
  named_units: [],
}

describe('eval:routing', () => {
  test('ends with the figures on a line of their own', () => {
    const lines = [
      good,
      { ...good, date: '2018-04', named_units: ['CUCTHUE', 'STC'] },
      { ...good, topic: null, lead_unit: null },
    ]
    const { stdout, status } = evaluate(['', ...lines.map((line) => JSON.stringify(line)), ''])
    expect(status).toBe(0)
    expect(JSON.parse(stdout.trim().split('\n').at(-1)!)).toEqual({
      n: 3,
      group_top1: 1,
      topic_top1: 1,
      topic_top3: 1,
      unit_top1: 1,
      unit_top3: 1,
    })
  })

  test('names each bad line by number and stops', () => {
    const { stdout, stderr, status } = evaluate([
      JSON.stringify(good),
      '{"text": ',
      JSON.stringify({ ...good, text: 5 }),
    ])
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/issues\.jsonl:2: not JSON/)
    expect(stderr).toMatch(/issues\.jsonl:3: text: /)
  })

  test('asks for a file', () => {
    const { stderr, status } = evaluate()
    expect(status).toBe(2)
    expect(stderr).toContain('FILE.jsonl')
  })
})
