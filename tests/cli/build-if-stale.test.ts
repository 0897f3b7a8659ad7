import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { buildIfStale } from '#app/cli/build-if-stale.ts'
import { projectRoot } from '#db/project-root.ts'

const program = `const fs = require('fs'); setTimeout(() => {
  fs.mkdirSync('build/cli', { recursive: true }); fs.writeFileSync('build/cli/start.js', '')
  fs.appendFileSync('builds', 'x') }, 300)`

function project() {
  const root = mkdtempSync(join(tmpdir(), 'build-test-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  mkdirSync(join(root, 'app'))
  writeFileSync(join(root, 'build.cjs'), program)
  writeFileSync(join(root, 'package.json'), JSON.stringify({ scripts: { build: 'node build.cjs' } }))
  for (const name of ['app/page.tsx', 'app/page.test.tsx', 'package-lock.json']) writeFileSync(join(root, name), '')
  return { root, builds: () => readFileSync(join(root, 'builds'), 'utf8').length }
}

const later = new Date(Date.now() + 60_000)

test('a missing build is made, a fresh one is left alone', async () => {
  const { root, builds } = project()
  await buildIfStale(root)
  await buildIfStale(root)
  expect(builds()).toBe(1)
})

test('a source that changed, or was deleted, makes the build stale; a test does not', async () => {
  const { root, builds } = project()
  await buildIfStale(root)
  utimesSync(join(root, 'app/page.test.tsx'), later, later)
  await buildIfStale(root)
  expect(builds()).toBe(1)
  rmSync(join(root, 'app/page.tsx'))
  await buildIfStale(root)
  expect(builds()).toBe(2)
  utimesSync(join(root, 'package-lock.json'), later, later)
  await buildIfStale(root)
  expect(builds()).toBe(3)
})

test('two processes build once, and the lock of a killed one holds nobody up', async () => {
  const { root, builds } = project()
  mkdirSync(join(root, '.cache'))
  writeFileSync(join(root, '.cache/build.lock'), '999999999')
  const call = `(await import('#app/cli/build-if-stale.ts')).buildIfStale(process.argv[1])`
  const options = ['--import', 'tsx', '--input-type=module', '-e', call, root]
  const run = () => new Promise((exit) => spawn(process.execPath, options, { cwd: projectRoot }).once('exit', exit))
  expect(await Promise.all([run(), run()])).toEqual([0, 0])
  expect(builds()).toBe(1)
})
