import { pino } from 'pino'

/** JSON lines on standard output. Never log bodies, cookies or query strings: they hold what people wrote. */
export const log = pino({
  level: process.env.LOG_LEVEL || 'info',
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
})
