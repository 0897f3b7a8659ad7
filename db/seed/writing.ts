import type { Db } from '#db/client.ts'
import { answerTemplates, legalCitations } from '#db/schema/index.ts'
import templateRows from './data/answer-templates.json' with { type: 'json' }
import citationRows from './data/legal-citations.json' with { type: 'json' }

/** Documents often cited, and words an answer may begin from. What is not certain says so in its note. */
export async function seedWriting(db: Db): Promise<void> {
  await db.insert(legalCitations).values(citationRows)
  await db.insert(answerTemplates).values(templateRows)
}
