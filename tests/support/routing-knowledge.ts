import { readFileSync } from 'node:fs'
import { makeKnowledge } from '#workflows/routing/knowledge.ts'
import { sourceFromSeedFiles } from '#workflows/routing/seed-files.ts'

const text = (name: string) => readFileSync(new URL(`../../db/seed/data/${name}`, import.meta.url), 'utf8')
const table = (name: string) => JSON.parse(text(`${name}.json`))

/** The tables and labelled issues that the product ships. */
export const shippedSource = sourceFromSeedFiles({
  routing: table('routing'),
  units: table('units'),
  districts: table('districts'),
  zones: table('zones'),
  labelledIssues: text('labelled-issues.jsonl')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line)),
})

export const shippedKnowledge = makeKnowledge(shippedSource)
