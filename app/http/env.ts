import { z } from 'zod'

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const flag = z.enum(['0', '1', 'true', 'false', '']).default('').transform((v) => v === '1' || v === 'true')

function isOrigin(value: string) {
  try {
    const url = new URL(value)
    return /^https?:$/.test(url.protocol) && url.origin === value
  } catch {
    return false
  }
}

const databaseUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must look like postgres://user:password@host:5432/name').optional()

const settings = z.object({
  PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).default(3000),
  HOST: z.string().optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: databaseUrl,
  DATABASE_POOLER: z.enum(['none', 'transaction'], 'must be none or transaction (DATABASE_URL leads through PgBouncer in transaction mode)').default('none'),
  DATABASE_DIRECT_URL: databaseUrl,
  DATABASE_REPLICA_URL: databaseUrl,
  DATABASE_REPLICA_SECONDS: z.coerce.number('must be a number of seconds').int().min(1).max(86_400).default(30),
  PUBLIC_ORIGIN: z
    .string()
    .refine(isOrigin, 'must be what the address bar shows, without a path, like https://doithoai.example.vn')
    .optional(),
  DEMO: flag,
  SMTP_URL: z.string().regex(/^smtps?:\/\//, 'must look like smtp://user:password@host:587').optional(),
  MAIL_FROM: z.string().min(3).default('Đối Thoại <no-reply@localhost>'),
  TRUST_PROXY: z.string().default('').transform(proxyTrust),
  FILE_SCAN: z.enum(['on', 'off'], 'must be on (a file waits until clamd has passed it) or off (files go out unscanned, and say so)').default('on'),
  CLAMD_URL: z.string().regex(/^tcp:\/\/(\[[\da-f:]+\]|[\w.-]+)(:\d{1,5})?$/i, 'must look like tcp://127.0.0.1:3310').optional(),
  LOG_LEVEL: z.enum(levels, `must be one of ${levels.join(', ')}`).default('info'),
  WORKER: z.enum(['inside', 'apart'], 'must be inside (beside the pages of each process) or apart (npm run worker)').default('inside'),
  WEB_CONCURRENCY: z.coerce.number('must be a whole number').int().min(1).max(64).default(1),
})

/** Migrations and LISTEN keep something in their session, which such a pooler takes away after each transaction. */
const schema = settings.refine(({ DATABASE_POOLER, DATABASE_DIRECT_URL }) => DATABASE_POOLER === 'none' || DATABASE_DIRECT_URL !== undefined, {
  path: ['DATABASE_DIRECT_URL'], error: 'must be set beside DATABASE_POOLER=transaction: the address of PostgreSQL itself',
})

export type Env = z.infer<typeof schema>

/** Express' "trust proxy": a number of hops, a list of addresses, or false for none. */
function proxyTrust(value: string): number | string[] | false {
  const words = value.split(',').map((word) => word.trim()).filter(Boolean)
  if (words.length === 0 || ['0', 'false'].includes(words.join())) return false
  if (words.join() === 'true') return 1
  return /^\d+$/.test(words.join()) ? Number(words[0]) : words
}

export class BadEnvironment extends Error {}

/** Reads the settings once at start; an empty variable counts as not set. Throws `BadEnvironment`, one line a mistake. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const read = schema.safeParse(given)
  if (read.success) return read.data
  const lines = read.error.issues.map((issue) => {
    const name = String(issue.path[0])
    return `  ${name} ${issue.message}${given[name] === undefined ? '' : ` (it is "${String(given[name])}")`}`
  })
  throw new BadEnvironment(`The settings do not fit:\n${lines.join('\n')}`)
}
