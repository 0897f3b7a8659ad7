import type { Actor } from '#app/access/actor.ts'
import { Invalid, notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { importById } from '#db/queries/import-preview.ts'
import { commitImport } from './commit-import.server.ts'
import { groupsFrom, mappingFrom, rowsFrom } from './correction-forms.ts'
import type { ImportSettings } from './corrections.ts'
import { answerMinutes } from './minutes/answer-minutes.server.ts'
import { remapImport } from './remap-import.server.ts'
import { undoImport } from './undo-import.server.ts'

/** What a person sent from the page of an import: a correction, or that it be done, or undone. */
export async function answerPreview(db: Db, given: string | undefined, form: FormData, by: Actor): Promise<{ to?: number; at?: number }> {
  const id = /^\d{1,15}$/.test(given ?? '') ? Number(given) : notFound('import')
  const { kind } = (await importById(db, id)) ?? notFound('import')
  if (kind === 'minutes') return answerMinutes(db, id, form, by)
  await answerAnnex(db, id, form, by)
  return {}
}

async function answerAnnex(db: Db, id: number, form: FormData, by: Actor): Promise<unknown> {
  switch (form.get('intent')) {
    case 'columns':
      return remapImport(db, id, { mapping: await mappingOf(db, id, form) }, by)
    case 'groups':
      return remapImport(db, id, groupsFrom(form), by)
    case 'rows':
      return remapImport(db, id, rowsFrom(form), by)
    case 'commit':
      return commitImport(db, id, by)
    case 'undo':
      return undoImport(db, id, by)
    default:
      throw new Invalid({ '': { key: 'common:invalid.unreadable' } })
  }
}

async function mappingOf(db: Db, id: number, form: FormData) {
  const row = (await importById(db, id)) ?? notFound('import')
  const { mapping, errors } = mappingFrom(form, (row.mapping as ImportSettings).outline)
  if (Object.keys(errors).length > 0) throw new Invalid(errors)
  return mapping
}
