/** `npm run eval:routing -- FILE.jsonl`: how often a suggestion agrees with people. Last line: the figures as JSON. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { isUnitLabelled, summarise, tryIssue, withoutItself, type LabelledIssue } from '#workflows/routing/evaluate.ts'
import { makeKnowledge } from '#workflows/routing/knowledge.ts'
import { sourceFromSeedFiles, type SeedFiles } from '#workflows/routing/seed-files.ts'

const labelled = z.object({
  text: z.string().min(1),
  group: z.string().nullish(),
  topic: z.string().nullish(),
  lead_unit: z.string().nullish(),
  named_units: z.array(z.string()).nullish(),
  zone: z.string().nullish(),
  district: z.string().nullish(),
})

const shipped = (name: string) => readFileSync(new URL(`../../db/seed/data/${name}`, import.meta.url), 'utf8')
const linesOf = (text: string) => text.replace(/^\uFEFF/, '').split(/\r?\n/)

function parseLine(line: string): LabelledIssue | string {
  try {
    const parsed = labelled.safeParse(JSON.parse(line))
    if (parsed.success) return parsed.data
    return parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; ')
  } catch (error) {
    return `not JSON (${(error as Error).message})`
  }
}

function readIssues(file: string): LabelledIssue[] {
  const issues: LabelledIssue[] = []
  const problems: string[] = []
  linesOf(readFileSync(file, 'utf8')).forEach((line, at) => {
    if (!line.trim()) return
    const issue = parseLine(line)
    if (typeof issue === 'string') problems.push(`${file}:${at + 1}: ${issue}`)
    else issues.push(issue)
  })
  if (problems.length) fail(problems.join('\n'))
  return issues
}

function fail(message: string): never {
  console.error(message)
  process.exit(2)
}

function seedFiles(): SeedFiles {
  const labelledIssues = linesOf(shipped('labelled-issues.jsonl'))
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  const table = (name: string) => JSON.parse(shipped(`${name}.json`))
  return {
    routing: table('routing'),
    units: table('units'),
    districts: table('districts'),
    zones: table('zones'),
    labelledIssues,
  }
}

const expected = ({ topic, named_units, lead_unit }: LabelledIssue) => `${topic} ${named_units?.join('+') || lead_unit}`

const [file] = process.argv.slice(2)
if (!file) fail('Usage: npm run eval:routing -- FILE.jsonl')
const issues = (() => {
  try {
    return readIssues(file)
  } catch (error) {
    return fail(`${file}: ${(error as Error).message}`)
  }
})()
const source = sourceFromSeedFiles(seedFiles())
const knowledge = makeKnowledge(source)
const results = issues.map((issue) => {
  const { suggestion, hits } = tryIssue(issue, withoutItself(issue.text, source.precedents, knowledge))
  if ((issue.topic && !hits.topic[0]) || (isUnitLabelled(issue) && !hits.unit[0]))
    console.log(`${expected(issue)} <> ${suggestion.topic} ${suggestion.leadUnit} | ${issue.text}`)
  return { issue, hits }
})
console.log(JSON.stringify(summarise(results)))
