import type { Db } from '#db/client.ts'

/** Two administrators at once: the second counts on the first one's calendar. */
export const lockCalendar = (tx: Db) => tx.execute('lock table calendar_days in share row exclusive mode')
