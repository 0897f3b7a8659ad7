import { spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { serverUser } from '#db/server-user.ts'

/** Where this machine has PgBouncer; Debian puts it where only root looks. */
export const pgbouncer = (): string | undefined =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'].map((folder) => join(folder, 'pgbouncer')).find((path) => existsSync(path))

/** PgBouncer in transaction mode before a database: `connections` of its own for however many come. */
export async function poolerBefore(program: string, url: string, connections = 4) {
  const { hostname, port, username, password, pathname } = new URL(url)
  const user = serverUser()
  const folder = mkdtempSync(join(tmpdir(), 'doi-thoai-pooler-'))
  const listening = await freePort()
  const files = {
    'users.txt': `"${username}" "${password}"\n`,
    'pgbouncer.ini': [
      '[databases]', `* = host=${hostname} port=${port}`, '[pgbouncer]', 'listen_addr = 127.0.0.1', `listen_port = ${listening}`, 'unix_socket_dir =',
      'pool_mode = transaction', `default_pool_size = ${connections}`, 'auth_type = plain', `auth_file = ${join(folder, 'users.txt')}`, '',
    ].join('\n'),
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o600 })
  // like PostgreSQL it refuses to run as root
  if (user) for (const path of [folder, ...Object.keys(files).map((name) => join(folder, name))]) chownSync(path, user.uid, user.gid)
  chmodSync(folder, 0o700)
  const child = spawn(program, [join(folder, 'pgbouncer.ini')], { cwd: '/', stdio: 'ignore', ...(user && { uid: user.uid, gid: user.gid }) })
  const stop = () => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  const through = `postgres://${username}:${password}@127.0.0.1:${listening}${pathname}`
  for (const until = Date.now() + 10_000; !(await answers(through)); await sleep(50)) {
    if (Date.now() < until && child.exitCode === null) continue
    stop()
    throw new Error('PgBouncer did not start')
  }
  return { url: through, stop }
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, prepare: false })
  return sql`select 1`.then(() => true, () => false).finally(() => sql.end({ timeout: 1 }))
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening))
  const { port } = probe.address() as AddressInfo
  await new Promise((closed) => probe.close(closed))
  return port
}
