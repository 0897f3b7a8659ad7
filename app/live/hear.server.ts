import { connection } from '#app/http/database.server.ts'
import { log } from '#app/http/log.ts'
import { liveChannel, type LiveTopic } from '#db/queries/live.ts'

type Tell = () => void
const heard = new WeakMap<ReturnType<typeof connection>, Map<string, Set<Tell>>>()

/**
 * Calls back at each change of the topic until the returned function is called. All streams of a process share one
 * connection. What happened while it was lost is unknown: everybody is told when it listens again.
 */
export function hear(topic: LiveTopic, tell: Tell): () => void {
  const all = listeners()
  const those = all.get(topic) ?? new Set()
  all.set(topic, those.add(tell))
  return () => {
    those.delete(tell)
    if (those.size === 0 && all.get(topic) === those) all.delete(topic)
  }
}

function listeners(): Map<string, Set<Tell>> {
  const here = connection()
  const known = heard.get(here)
  if (known) return known
  const all = new Map<string, Set<Tell>>()
  heard.set(here, all)
  const tellAll = () => all.forEach((those) => those.forEach((tell) => tell()))
  // a connection that is lost, even before the first answer, is made anew by the library, which then calls back
  here.sql.listen(liveChannel, (topic) => all.get(topic)?.forEach((tell) => tell()), tellAll)
    .catch((error: unknown) => log.warn({ err: error }, 'not listening yet'))
  return all
}
