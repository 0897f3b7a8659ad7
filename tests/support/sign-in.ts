import { hashPassword } from '#app/access/password.server.ts'
import type { Db } from '#db/client.ts'
import { credentials } from '#db/schema/index.ts'

export const password = 'Mật khẩu đủ dài 1'

/** Lets that person sign in with `password`. */
export async function givePassword(db: Db, { personId }: { personId: number }): Promise<void> {
  await db.insert(credentials).values({ personId, passwordHash: await hashPassword(password) })
}

/** What the sign-in page would send; redirects are not followed. */
export const signInAt = (origin: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${origin}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html', ...headers },
    body: new URLSearchParams({ password, ...fields }),
  })
