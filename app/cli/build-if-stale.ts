import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { isAlive } from '#db/postmaster.ts'
import { projectRoot } from '#db/project-root.ts'

/** What a build writes last. */
const last = 'build/cli/start.js'
const sources = ['app', 'db', 'workflows', 'package-lock.json', 'vite.config.ts']

/** Folders count too: a file that was deleted or renamed leaves its trace only there. */
function newest(path: string): number {
  if (!existsSync(path) || /\.test\.tsx?$/.test(path)) return 0
  const here = statSync(path)
  const inside = here.isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : []
  return Math.max(here.mtimeMs, ...inside)
}

/**
 * In whole milliseconds, because a build is stamped in them: what was saved earlier in the millisecond in which it began is
 * in it, and a stamp read back may lie a hair below the one written.
 */
function isStale(root: string): boolean {
  const built = join(root, last)
  return !existsSync(built) || sources.some((source) => Math.floor(newest(join(root, source))) > Math.round(statSync(built).mtimeMs))
}

function build(root: string): void {
  console.log('Building the application …')
  const start = new Date()
  execFileSync('npm', ['run', 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  // what was saved while it ran is newer than the build
  utimesSync(join(root, last), start, start)
}

function lock(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  }
}

/** A build that was killed leaves its lock behind. */
function breakDeadLock(path: string): void {
  try {
    if (!isAlive(Number(readFileSync(path, 'utf8')))) rmSync(path, { force: true })
  } catch {
    // it was released in this very moment
  }
}

/** Builds what is missing or older than its sources; a second process waits for the first one and builds nothing. */
export async function buildIfStale(root = projectRoot): Promise<void> {
  const lockFile = join(root, '.cache/build.lock')
  while (isStale(root)) {
    mkdirSync(join(root, '.cache'), { recursive: true })
    if (!lock(lockFile)) {
      breakDeadLock(lockFile)
      await sleep(200)
      continue
    }
    try {
      if (isStale(root)) build(root)
    } finally {
      rmSync(lockFile, { force: true })
    }
    return
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await buildIfStale()
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: Buffer; stderr?: Buffer }
    console.error(stdout || stderr ? `${stdout}${stderr}` : error)
    process.exitCode = 1
  }
}
