import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { diagram } from '#workflows/resolution/diagram.ts'
import { issueStates } from '#workflows/resolution/states.ts'

const readme = readFileSync('README.md', 'utf8')

test('the README shows the diagram that the machine prints', () => {
  expect(/```mermaid\n([\s\S]*?)\n```/.exec(readme)?.[1]).toBe(diagram())
})

test('the README explains every state in a sentence', () => {
  for (const state of issueStates) expect(readme).toMatch(new RegExp(`^- \`${state}\`: .+\\.$`, 'm'))
})
