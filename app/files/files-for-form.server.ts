import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'
import { attachableFiles, type FileLine } from '#db/queries/files.ts'

type Of = { form: FormData; uploads: FileLine[]; issueId: number | null; by: Actor }

/** What a form that comes back goes on carrying: the files ticked in it and those that came with it. No browser fills them in again. */
export function filesForForm(db: Db, { form, uploads, issueId, by }: Of): Promise<FileLine[]> {
  const ticked = form.getAll('files').filter((one) => typeof one === 'string' && /^\d{1,15}$/.test(one)).slice(0, 100).map(Number)
  const ids = [...new Set([...ticked, ...uploads.map(({ id }) => id)])]
  return attachableFiles(db, { ids, by, issueId, ofAnswers: true })
}
