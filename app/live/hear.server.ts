import { connection } from '#app/http/database.server.ts'
import { log } from '#app/http/log.ts'
import { liveChannel, type LiveTopic } from '#db/queries/live.ts'

type Tell = () => void
type Ears = { all: Map<string, Set<Tell>>; listening: Promise<unknown> }
const earsOf = new WeakMap<ReturnType<typeof connection>, Ears>()

/** Resolves when this process listens, or has found that it cannot yet: then pages are told as soon as it does. */
export const listening = () => ears().listening

/**
 * Calls back at each change of the topic until the returned function is called. All streams of a process share one
 * connection. What happened while it was lost is unknown: everybody is told when it listens again.
 */
export function hear(topic: LiveTopic, tell: Tell): () => void {
  const { all } = ears()
  const those = all.get(topic) ?? new Set()
  all.set(topic, those.add(tell))
  return () => {
    those.delete(tell)
    if (those.size === 0 && all.get(topic) === those) all.delete(topic)
  }
}

function ears(): Ears {
  const here = connection()
  const known = earsOf.get(here)
  if (known) return known
  const all: Ears['all'] = new Map()
  const tellAll = () => all.forEach((those) => those.forEach((tell) => tell()))
  // a connection that is lost, even before the first answer, is made anew by the library, which then calls back
  const listening = here.sql.listen(liveChannel, (topic) => all.get(topic)?.forEach((tell) => tell()), tellAll)
    .catch((error: unknown) => log.warn({ err: error }, 'not listening yet'))
  const made = { all, listening }
  earsOf.set(here, made)
  return made
}
