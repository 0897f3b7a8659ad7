import type { Db } from '#db/client.ts'
import { gridsOfImport } from '#db/queries/import-preview.ts'
import type { RowToEnter } from '../rows-to-enter.server.ts'
import { commentsOf, type MinutesComment } from './comments-of.ts'
import type { ChosenSpeaker, MinutesSettings } from './correct-minutes.ts'
import { matchSpeakers, type Match } from './match-speakers.server.ts'
import type { MinutesFile, MinutesProposal } from './minutes.ts'

type Kept = { id: number; mapping: unknown; proposal: unknown }

/** What minutes as corrected would enter. */
export async function minutesToEnter(db: Db, row: Kept): Promise<RowToEnter[]> {
  const settings = row.mapping as MinutesSettings
  const { paragraphs } = (await gridsOfImport(db, row.id)) as MinutesFile
  const matches = await matchSpeakers(db, settings.speakers)
  return commentsOf(settings, row.proposal as MinutesProposal, paragraphs).map((one) => rowOf(one, settings.speakers[one.speaker ?? -1], matches[one.speaker ?? -1]))
}

function rowOf({ text, group, rowKey, paragraph, passage }: MinutesComment, speaker?: ChosenSpeaker, match?: Match): RowToEnter {
  const choice = match?.choice
  return {
    text, group, rowKey, passage, sheet: null, row: paragraph, unit: '', note: '', zone: '', district: '',
    enterprise: speaker?.name ?? '', taxCode: speaker?.taxCode ?? '', undecided: match !== undefined && choice === undefined,
    ...(choice !== 'new' && { enterpriseId: typeof choice === 'object' ? choice.enterprise : null }),
  }
}
