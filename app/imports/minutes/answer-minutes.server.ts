import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '#app/access/actor.ts'
import { Invalid, notFound, Refused } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { gridsOfImport } from '#db/queries/import-preview.ts'
import { enterprisesOfIds } from '#db/queries/enterprises-by-name.ts'
import { imports } from '#db/schema/index.ts'
import { commitImport } from '../commit-import.server.ts'
import { lockImport } from '../import-access.server.ts'
import { keepAnnex } from '../keep-annex.server.ts'
import { schemeOf } from '../scheme-of.server.ts'
import { undoImport } from '../undo-import.server.ts'
import { decide, operate, operations, type ChosenSpeaker, type Decision, type MinutesSettings, type Operation } from './correct-minutes.ts'
import { decisionsFrom, speakersFrom } from './minutes-form.ts'
import { segmentKinds, type MinutesFile, type MinutesProposal } from './minutes.ts'

/**
 * What a person sent from the page of minutes: always all that the page holds, and the one thing to do with it. What was
 * filled in is kept also where that one thing is refused. `to`: the import to go to; `at`: the sentence to look at.
 */
export async function answerMinutes(db: Db, id: number, form: FormData, by: Actor): Promise<{ to?: number; at?: number }> {
  const [intent = '', key = ''] = String(form.get('intent') ?? '').split(':')
  if (intent === 'undo') await undoImport(db, id, by)
  else if (intent === 'annex') return { to: await tablesAsAnnex(db, id, by) }
  else {
    const refused = await db.transaction((tx) => correctMinutes(tx, { id, intent, key: Number(key) }, form, by))
    if (refused) throw refused
    if (intent === 'commit') await commitImport(db, id, by)
  }
  return key === '' ? {} : { at: Number(key) }
}

type Asked = { id: number; intent: string; key: number }

async function correctMinutes(db: Db, { id, intent, key }: Asked, form: FormData, by: Actor): Promise<Refused | undefined> {
  const row = await lockImport(db, id, by, 'preview')
  const proposal = row.kind === 'minutes' ? (row.proposal as MinutesProposal) : notFound('import')
  const type = operations.find((one) => one === intent)
  if (!type && !['save', 'again', 'commit'].includes(intent)) throw new Invalid({ '': { key: 'common:invalid.unreadable' } })
  const settings = intent === 'again' ? { segments: proposal.segments, speakers: proposal.speakers } : await applied(db, row, form)
  const operation = type && { type, key, picked: form.getAll('pick').map(Number) }
  const segments = operation ? operate(settings.segments, operation) : settings.segments
  await db.update(imports).set({ mapping: { ...settings, segments: segments ?? settings.segments } }).where(eq(imports.id, id))
  return segments ? undefined : new Refused({ key: `prose:refused.${whyNot(settings, operation!)}` })
}

const whyNot = ({ segments }: MinutesSettings, { type, key }: Operation) =>
  !segments.some(({ sentences }) => sentences[0] === key) ? 'gone' : type === 'merge' ? 'nothingBefore' : 'nothingPicked'

/** The tables of a document as an annex of its own, which reads their columns; the minutes stay as they are. */
function tablesAsAnnex(db: Db, id: number, by: Actor): Promise<number> {
  return db.transaction(async (tx) => {
    const row = await lockImport(tx, id, by, 'preview')
    const { tables = [] } = row.kind === 'minutes' ? ((await gridsOfImport(tx, id)) as MinutesFile) : {}
    const scheme = (await schemeOf(tx, row.conferenceId)) ?? notFound('conference')
    return tables.length === 0 ? notFound('import') : (await keepAnnex(tx, row, { grids: tables, scheme }, by)).id
  })
}

const decisionSchema = z.object({ kind: z.enum(segmentKinds), speaker: z.number().int().min(0).nullable(), group: z.string().max(100).nullable() })

async function applied(db: Db, row: { conferenceId: number; mapping: unknown }, form: FormData): Promise<MinutesSettings> {
  const settings = row.mapping as MinutesSettings
  const speakers = speakersFrom(form, settings.speakers)
  await requireKnown(db, speakers)
  const codes = new Set((await schemeOf(db, row.conferenceId))?.map(({ code }) => code))
  const decisions = new Map<number, Decision>()
  for (const [key, given] of decisionsFrom(form)) {
    const parsed = decisionSchema.safeParse(given)
    const usable = parsed.success && (parsed.data.group === null || codes.has(parsed.data.group)) && (parsed.data.speaker ?? 0) < Math.max(1, speakers.length)
    if (!usable) throw new Invalid({ '': { key: 'common:fields.unknownChoice' } })
    decisions.set(key, parsed.data)
  }
  return { ...settings, speakers, segments: decide(settings.segments, decisions) }
}

async function requireKnown(db: Db, speakers: ChosenSpeaker[]) {
  const ids = [...new Set(speakers.flatMap(({ choice }) => (typeof choice === 'object' ? [choice.enterprise] : [])))]
  if ((await enterprisesOfIds(db, ids)).length < ids.length) throw new Invalid({ '': { key: 'common:fields.unknownChoice' } })
}
