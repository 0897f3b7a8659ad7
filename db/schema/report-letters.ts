import { boolean, date, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { reportLetters } from '#workflows/reports/letters.ts'
import { oneOf, ref } from './columns.ts'
import { people } from './people.ts'

/** Who chose a report by mail, or none; without a row the role decides. */
export const reportLetterChoices = pgTable(
  'report_letter_choices',
  {
    personId: ref('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
    letter: text('letter', { enum: reportLetters }).notNull(),
    wanted: boolean('wanted').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.letter] }), oneOf('report_letter_choices_letter', 'letter', reportLetters)],
)

/** One row a person and day (or Monday of a week), in the transaction that queues the letter or finds nothing to say: so of two workers one does. */
export const reportLettersMade = pgTable(
  'report_letters_made',
  {
    personId: ref('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
    letter: text('letter', { enum: reportLetters }).notNull(),
    on: date('on_day', { mode: 'string' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.letter, table.on] }),
    index('report_letters_by_day').on(table.on),
    oneOf('report_letters_made_letter', 'letter', reportLetters),
  ],
)
