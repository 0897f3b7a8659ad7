import { execFileSync } from 'node:child_process'
import { appendFileSync, chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import type { startCluster } from '#db/cluster.ts'
import { launch } from '#db/launch.ts'
import { stopServer } from '#db/postmaster.ts'
import { serverBinaries } from '#db/server-binaries.ts'
import { serverUser } from '#db/server-user.ts'

type Cluster = Awaited<ReturnType<typeof startCluster>>

/** A streaming copy of a running cluster, made from a base backup by hand: the packaged PostgreSQL has no pg_basebackup. */
export async function replicaOf(cluster: Cluster) {
  const user = serverUser()
  const folder = join(cluster.folder, 'copy')
  const data = join(folder, 'data')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user) chownSync(folder, user.uid, user.gid)
  await baseBackup(cluster, data)
  const { hostname, port, username, password } = new URL(cluster.url())
  appendFileSync(join(data, 'postgresql.auto.conf'), `primary_conninfo = 'host=${hostname} port=${port} user=${username} password=${password}'\n`)
  writeFileSync(join(data, 'standby.signal'), '')
  if (user) for (const name of ['standby.signal', 'backup_label']) chownSync(join(data, name), user.uid, user.gid)
  const running = await launch({ folder, data, logFile: join(folder, 'postgresql.log'), bin: serverBinaries(user, () => {}), user, durable: false })
  if (!running) throw new Error(`the copy did not start, see ${folder}/postgresql.log`)
  return { url: (database: string) => `${running.address}/${database}`, stop: () => stopServer(data) }
}

/** Files are copied while the server writes; the label says from where its log must be read to make them whole. */
async function baseBackup(cluster: Cluster, data: string) {
  const sql = postgres(cluster.url('postgres'), { max: 1 })
  try {
    await sql`select pg_backup_start('copy', true)`
    execFileSync('cp', ['-a', join(cluster.folder, 'data'), data])
    for (const name of ['postmaster.pid', 'postmaster.opts']) rmSync(join(data, name), { force: true })
    const [label] = await sql`select labelfile from pg_backup_stop(false)`
    writeFileSync(join(data, 'backup_label'), String(label!.labelfile))
  } finally {
    await sql.end()
  }
}
