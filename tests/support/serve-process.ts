import { spawn, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { projectRoot } from '#db/project-root.ts'

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((listening) => probe.listen(0, listening))
  const { port } = probe.address() as AddressInfo
  await new Promise((closed) => probe.close(closed))
  return port
}

export type Served = { origin: string; child: ChildProcess; output: () => string; ended: Promise<number | null> }

/** `npm run serve` as a process of its own, ready to answer; killed with the test, or with whatever `atEnd` waits for. */
export async function serveProcess(env: Record<string, string>, atEnd: (kill: () => void) => void = onTestFinished): Promise<Served> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/cli/serve.ts'], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error', PORT: String(port), PUBLIC_ORIGIN: origin, ...env },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<number | null>((done) => child.once('close', done))
  atEnd(() => void child.kill('SIGKILL'))
  const until = Date.now() + 90_000
  while (!(await fetch(`${origin}/readyz`).then(({ ok }) => ok, () => false))) {
    if (Date.now() > until || child.exitCode !== null) throw new Error(`the server did not start: ${said}`)
    await sleep(50)
  }
  return { origin, child, output: () => said, ended }
}
