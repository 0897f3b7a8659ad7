import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'
import { templateFor } from '#db/queries/answer-templates.ts'
import { documentsCited } from '#workflows/text/citations.ts'
import { requireDrafting } from './save-draft.server.ts'

type Request = { id: number; template: string; text: string; actor: Actor; at?: Date }

/**
 * What stands in the form with the words of a template after it, and the documents it rests on that are not named yet.
 * Keeps nothing. `undefined` where there is no such template for this issue; throws `Refused` for who may write no answer.
 */
export async function insertTemplate(db: Db, { id, template, text, actor, at = new Date() }: Request): Promise<string | undefined> {
  const row = await requireDrafting(db, id, actor, at)
  const found = /^\d{1,15}$/.test(template) ? await templateFor(db, Number(template), row) : undefined
  if (!found) return undefined
  const together = [text.trim(), found.text.trim()].filter(Boolean).join('\n\n')
  const cited = documentsCited(together)
  const documents = found.documents.filter(({ number }) => !cited.includes(number.toUpperCase()))
  return [together, ...documents.map(({ title, number }) => `- ${title}, ${number}`)].join('\n')
}
