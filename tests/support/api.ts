import { createToken } from '#app/access/api-actor.server.ts'
import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'

export type Reply = { status: number; body: Record<string, unknown> & { items?: Record<string, unknown>[] }; headers: Headers }

/** The API as one person, with a real token over real HTTP. */
export async function apiAs(db: Db, origin: string, actor: Pick<Actor, 'email'>) {
  const token = (await createToken(db, actor.email, 'test'))!
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> => {
    const form = body instanceof FormData
    const response = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, ...(body !== undefined && !form && { 'Content-Type': 'application/json' }), ...headers },
      body: body === undefined ? undefined : form ? body : JSON.stringify(body),
    })
    return { status: response.status, body: (await response.json()) as Reply['body'], headers: response.headers }
  }
  return {
    get: (path: string) => call('GET', path),
    post: (path: string, body?: unknown, headers?: Record<string, string>) => call('POST', path, body ?? {}, headers),
  }
}
