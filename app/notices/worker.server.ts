import { setTimeout as sleep } from 'node:timers/promises'
import type { Sql } from 'postgres'
import type { Env } from '#app/http/env.ts'
import { clamd } from '#app/files/clamd.server.ts'
import { scanFiles } from '#app/files/scan-files.server.ts'
import { sweepFiles } from '#app/files/sweep-files.server.ts'
import { log } from '#app/http/log.ts'
import { moveByClock } from '#app/issues/move-by-clock.server.ts'
import type { Db } from '#db/client.ts'
import { addEventYears } from '#db/queries/event-years.ts'
import { foldTallies } from '#db/queries/fold-tallies.ts'
import { mailer } from './mailer.server.ts'
import { queueReportLetters } from './queue-report-letters.server.ts'
import { remind } from './remind.server.ts'
import { sendDueMail } from './send-mail.server.ts'
import { sweep } from './sweep.server.ts'

type Options = { db: Db; sql: Sql; env: Pick<Env, 'SMTP_URL' | 'MAIL_FROM' | 'PUBLIC_ORIGIN' | 'PORT'> & Partial<Pick<Env, 'FILE_SCAN' | 'CLAMD_URL'>>; signal: AbortSignal }
type Task = { name: string; everyMs: number; run: () => Promise<unknown> }

const pollMs = 5_000
/** How long a letter under way may keep the process from stopping. */
const graceMs = 3_000

/**
 * What happens without anyone asking: letters leave, time makes its moves and reminds, leftovers go. One beside every web
 * process or apart from them; every task may run in several at once. Resolves when `signal` aborts. A failed round is logged and tried again.
 */
export async function startWorker({ db, sql, env, signal }: Options): Promise<void> {
  const post = mailer(env)
  const scanner = env.CLAMD_URL && env.FILE_SCAN !== 'off' ? clamd(env.CLAMD_URL) : undefined
  if (!scanner && env.FILE_SCAN === 'on') log.warn('no virus scanner: attached files wait and are not served; set CLAMD_URL, or FILE_SCAN=off')
  const tasks: Task[] = [
    ...(post ? [{ name: 'mail', everyMs: 0, run: () => sendDueMail(db, post, { signal }) }] : []),
    { name: 'moves by clock', everyMs: 30_000, run: () => moveByClock(db) },
    { name: 'tallies', everyMs: 10_000, run: () => foldTallies(db) },
    { name: 'reminders', everyMs: 60_000, run: () => remind(db, { signal }) },
    { name: 'reports by mail', everyMs: 60_000, run: () => queueReportLetters(db, { signal }) },
    { name: 'sweep', everyMs: 10 * 60_000, run: () => sweep(db) },
    { name: 'years of the log', everyMs: 24 * 60 * 60_000, run: () => addEventYears(db, new Date()) },
    { name: 'files left behind', everyMs: 60 * 60_000, run: () => sweepFiles(db) },
  ]
  const bell = new AbortableBell(signal)
  const listening = post && sql.listen('notices', () => bell.ring()).catch((error: unknown) => log.warn({ err: error }, 'not listening'))
  const looking = scanner ? [{ name: 'virus scan', everyMs: 0, run: () => scanFiles(db, scanner, { signal }) }] : []
  // beside the rest: letters must not wait while a large file is looked at
  const loop = Promise.all([rounds(tasks, bell, signal), looking.length > 0 && rounds(looking, new AbortableBell(signal), signal)])
  await aborted(signal)
  await Promise.race([loop, sleep(graceMs, undefined, { ref: false })])
  await listening?.then((one) => one?.unlisten()).catch(() => {})
}

async function rounds(tasks: Task[], bell: AbortableBell, signal: AbortSignal) {
  const next = new Map<Task, number>()
  while (!signal.aborted) {
    for (const task of tasks) {
      if (signal.aborted || (next.get(task) ?? 0) > Date.now()) continue
      next.set(task, Date.now() + task.everyMs)
      await task.run().catch((error: unknown) => void (signal.aborted || log.error({ err: error, task: task.name }, 'worker')))
    }
    await bell.wait(pollMs)
  }
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })))

/** A sleep that a notice of new work, or the end, cuts short; a ring while nobody sleeps is kept. */
class AbortableBell {
  private rung = false
  private wake = () => {}
  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.ring(), { once: true })
  }
  ring() {
    this.rung = true
    this.wake()
  }
  async wait(ms: number) {
    if (!this.rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        this.wake = () => (clearTimeout(timer), resolve())
      })
    }
    this.rung = false
    this.wake = () => {}
  }
}
