import { and, asc, eq, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { answerTemplates, legalCitations } from '#db/schema/index.ts'
import type { CitedDocument } from '#workflows/text/citations.ts'

type For = { group: string | null; topic: string | null }

const vi = (column: unknown) => sql`${column} collate "vi-VN-x-icu"`
const same = (column: typeof answerTemplates.topic | typeof answerTemplates.group, value: string | null): SQL | undefined =>
  value === null ? isNull(column) : or(isNull(column), eq(column, value))
const fitting = ({ group, topic }: For) => and(answerTemplates.inUse, same(answerTemplates.topic, topic), same(answerTemplates.group, group))

/** What an answer to an issue of that group and topic may begin from, the most particular first. */
export const templatesFor = (db: Db, of: For) =>
  db
    .select({ id: answerTemplates.id, title: answerTemplates.title, topic: answerTemplates.topic, group: answerTemplates.group })
    .from(answerTemplates)
    .where(fitting(of))
    .orderBy(sql`${answerTemplates.topic} is null, ${answerTemplates.group} is null`, vi(answerTemplates.title))

/** The words of one of those, with the documents it rests on. */
export async function templateFor(db: Db, id: number, of: For) {
  const [template] = await db.select().from(answerTemplates).where(and(eq(answerTemplates.id, id), fitting(of)))
  if (!template) return undefined
  const documents = await db
    .select({ number: legalCitations.number, title: legalCitations.title })
    .from(legalCitations)
    .where(sql`${legalCitations.number} = any(${sql.param(template.citations)}::text[])`)
    .orderBy(asc(legalCitations.id))
  return { text: template.text, documents }
}

/** Documents that do not hold on that day: few, so a page can carry them to look at a text while it is written. */
export const documentsOutOfForce = (db: Db, on: string): Promise<CitedDocument[]> =>
  db
    .select({
      number: legalCitations.number, title: legalCitations.title, validFrom: legalCitations.validFrom, validTo: legalCitations.validTo,
      replacedBy: legalCitations.replacedBy,
    })
    .from(legalCitations)
    .where(sql`${legalCitations.validTo} < ${on} or ${legalCitations.validFrom} > ${on}`)
    .orderBy(asc(legalCitations.number))

export const listTemplates = (db: Db) =>
  db.select().from(answerTemplates).orderBy(sql`${answerTemplates.inUse} desc`, vi(answerTemplates.title))

export const listCitations = (db: Db) => db.select().from(legalCitations).orderBy(sql`${legalCitations.validFrom} desc nulls last`, asc(legalCitations.number))
