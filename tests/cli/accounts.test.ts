import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { actorOfToken } from '#app/access/api-actor.server.ts'
import { signIn } from '#app/access/sign-in.server.ts'
import { projectRoot } from '#db/project-root.ts'
import { adminEvents, units } from '#db/schema/index.ts'
import { testDatabase } from '#tests/support/database.ts'

const { db, url } = await testDatabase()
const from = { address: '127.0.0.1', userAgent: null }

function run(command: string, args: string[], input = '') {
  const child = spawn(process.execPath, ['--import', 'tsx', `app/cli/${command}.ts`, ...args], { cwd: projectRoot, env: { ...process.env, DATABASE_URL: url } })
  const out: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) child[name].on('data', (chunk: Buffer) => (out[name] += chunk.toString()))
  child.stdin.end(input)
  return new Promise<typeof out & { code: number | null }>((done) => child.once('close', (code) => done({ ...out, code })))
}

test('the first administrator is made on an empty database, and signs in with the password given', async () => {
  const made = await run('create-admin', ['--email', 'Quan.Tri@Example.vn', '--name', 'Lê Thị Ánh', '--password-stdin'], 'mật khẩu rất dài\n')
  expect(made).toMatchObject({ code: 0, stderr: '' })
  expect(made.stdout).not.toContain('mật khẩu')
  expect(await signIn(db, { email: 'quan.tri@example.vn', password: 'mật khẩu rất dài' }, from)).toMatchObject({ ok: true })
  expect((await db.select().from(units)).length).toBeGreaterThan(40)
  expect(await db.select().from(adminEvents)).toMatchObject([{ subject: 'person', change: 'add', personId: null }])
})

test('a second one with the same e-mail is refused in words, and a short password too', async () => {
  const again = await run('create-admin', ['--email', 'quan.tri@example.vn', '--name', 'Khác', '--password-stdin'], 'mật khẩu rất dài')
  expect(again.code).toBe(1)
  expect(again.stderr).toMatch(/quan\.tri@example\.vn exists already/)
  const short = await run('create-admin', ['--email', 'b@example.vn', '--name', 'B', '--password-stdin'], 'ngắn')
  expect(short.stderr).toMatch(/at least 12/)
  const wrong = await run('create-admin', ['--email', 'không phải thư', '--name', 'B'])
  expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('email') })
})

test('without a password one is made and printed once', async () => {
  const { stdout, code } = await run('create-admin', ['--email', 'c@example.vn', '--name', 'C'])
  expect(code).toBe(0)
  const password = /once: (\S+)/.exec(stdout)?.[1] ?? ''
  expect(await signIn(db, { email: 'c@example.vn', password }, from)).toMatchObject({ ok: true })
})

test('a token stands alone on standard output and acts as its person; for nobody there is none', async () => {
  const { stdout, code } = await run('create-token', ['--as', 'c@example.vn'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^dt_[\w-]+\n$/)
  expect(await actorOfToken(db, `Bearer ${stdout.trim()}`)).toMatchObject({ email: 'c@example.vn', role: 'admin' })
  expect(await run('create-token', ['--as', 'nobody@example.vn'])).toMatchObject({ code: 1, stdout: '' })
})
