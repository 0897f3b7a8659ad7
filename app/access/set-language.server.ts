import { eq } from 'drizzle-orm'
import type { Language } from '#app/i18n/instance.ts'
import type { Db } from '#db/client.ts'
import { people } from '#db/schema/index.ts'

/** The language in which a person is written to, and in which pages greet them on a new device. */
export async function setLanguage(db: Db, personId: number, locale: Language): Promise<void> {
  await db.update(people).set({ locale }).where(eq(people.id, personId))
}
