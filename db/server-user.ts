import { chownSync, chmodSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

export type ServerUser = { name: string; uid: number; gid: number }

/** PostgreSQL refuses to run as root: whom it runs as instead, or undefined when we are somebody else already. */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find((fields) => fields[0] === name)
    if (account) return { name, uid: Number(account[2]), gid: Number(account[3]) }
  }
  throw new Error('PostgreSQL refuses to run as root and there is neither a user «postgres» nor «nobody»')
}

/** Whether every folder on the way, and the end of it, lets the user through. */
export function canReach(user: ServerUser | undefined, path: string): boolean {
  if (!user) return true
  let at = realpathSync(path)
  for (;;) {
    const { mode, uid, gid } = statSync(at)
    const through = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & through) === 0) return false
    if (at === dirname(at)) return true
    at = dirname(at)
  }
}

/**
 * A folder the user may pass through. One that is closed to everybody (mktemp, a strict umask) is opened to the user's
 * group, to pass and not to list; one that somebody has already shared is left as it is.
 */
export function passableFolder(path: string, user?: ServerUser): string {
  mkdirSync(path, { recursive: true })
  const { mode, uid } = statSync(path)
  if (user && uid === 0 && (mode & 0o077) === 0) {
    chownSync(path, 0, user.gid)
    chmodSync(path, 0o710)
  }
  return path
}

/** Where root keeps what the user of the database must reach when the project itself lies behind a closed door. */
export function rootsPublicHome(): string {
  for (const home of ['/var/lib/doi-thoai', '/var/tmp/doi-thoai']) {
    try {
      mkdirSync(home, { recursive: true, mode: 0o755 })
      const { mode, uid } = statSync(home)
      // anybody may create names in /var/tmp: a folder prepared by somebody else is not ours
      if (uid === 0 && (mode & 0o022) === 0) {
        chmodSync(home, 0o755)
        return home
      }
    } catch {
      continue
    }
  }
  throw new Error('Neither /var/lib nor /var/tmp has room for the database: set DATA_DIR to a folder it can enter')
}
