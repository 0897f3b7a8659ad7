import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Actor } from '#app/access/actor.ts'
import { actorOfCookie } from '#app/access/lucia.server.ts'
import { db } from '#app/http/database.server.ts'
import type { LiveTopic } from '#db/queries/live.ts'
import { hear, listening } from './hear.server.ts'

/** Proxies cut what is silent for a minute; what left without a word is found out no later than this. */
const beatMs = 20_000
/** A transaction often tells of several changes, and thirty comments may arrive at once: the pages ask once. */
const gatherMs = 60

/**
 * A stream of server events that says when the topic changes, and never what: the page asks for that itself, with its
 * own rights. It ends with the connection, with the server, and at the first word after the session or its role has ended.
 * A page that follows counts as use of its session: a hall's screen is looked at for hours and touched by nobody.
 */
export async function liveStream({ request, context: { signal } }: LoaderFunctionArgs, by: Actor, topic: LiveTopic): Promise<Response> {
  await listening()
  const cookie = request.headers.get('Cookie')
  const standsStill = async () => (await actorOfCookie(db(), cookie))?.membershipId === by.membershipId
  const encoder = new TextEncoder()
  let end = (_left?: boolean) => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let gathering: NodeJS.Timeout | undefined
      let ended = false
      const write = (text: string) => ended || controller.enqueue(encoder.encode(text))
      const say = async (text: string) => {
        gathering = undefined
        // a database that is away says nothing about the session, and there is nothing new to ask for either
        const stands = await standsStill().catch(() => undefined)
        if (stands === false) end()
        else if (stands) write(text)
      }
      const stopHearing = hear(topic, () => (gathering ??= setTimeout(() => void say('event: change\ndata:\n\n'), gatherMs)))
      const beat = setInterval(() => void say(':\n\n'), beatMs)
      end = (left = false) => {
        if (ended) return
        ended = true
        stopHearing()
        clearInterval(beat)
        clearTimeout(gathering)
        if (!left) controller.close()
      }
      write('retry: 2000\n\n')
      if (signal.aborted) end()
      signal.addEventListener('abort', () => end(), { once: true })
    },
    cancel: () => end(true),
  })
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
  })
}
