import { redirect } from '@remix-run/node'
import type { Actor } from '#app/access/actor.ts'
import { forbidden } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { letterChoices, saveLetterChoices } from '#db/queries/report-letters.ts'
import { isOffered, isWanted, reportLetters } from '#workflows/reports/letters.ts'

/** The letters for the person's role and whether they come; nothing for those who are sent none. */
export async function lettersOf(db: Db, { personId, role }: Actor) {
  const offered = reportLetters.filter((letter) => isOffered(letter, role))
  if (offered.length === 0) return []
  const chosen = await letterChoices(db, personId)
  return offered.map((letter) => ({ letter, wanted: isWanted(letter, role, chosen[letter]) }))
}

/** A box left unticked is a no, not the absence of a choice. */
export async function chooseLetters(db: Db, { personId, role }: Actor, form: FormData) {
  const offered = reportLetters.filter((letter) => isOffered(letter, role))
  if (offered.length === 0) return forbidden()
  await saveLetterChoices(db, personId, Object.fromEntries(offered.map((letter) => [letter, form.get(letter) === 'yes'])))
  return redirect('/account?done=letters', 303)
}
