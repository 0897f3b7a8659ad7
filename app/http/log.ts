import { pino, stdSerializers } from 'pino'

/** An error as the log keeps it: of a query its text, the database's code and where; never the values, which people wrote. */
export function errorOf(error: Error) {
  const told = stdSerializers.err(error)
  if (!('params' in told)) return told
  const { query, type, stack } = told
  const { code, routine, table_name: table, constraint_name: constraint } = (error.cause ?? {}) as Record<string, unknown>
  return { type, query, code, routine, table, constraint, stack: stack.split('\ncaused by')[0]!.replace(/^[^]*?(?=^ {4}at )/m, '') }
}

/** JSON lines on standard output. Never log bodies, cookies or query strings: they hold what people wrote. */
export const log = pino({
  level: process.env.LOG_LEVEL || 'info',
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: errorOf },
})
