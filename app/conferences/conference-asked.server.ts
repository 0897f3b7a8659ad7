import { notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { conferenceById } from '#db/queries/conferences.ts'

/** The conference of an address, or «not found». */
export const conferenceAsked = async (db: Db, id: string | undefined) =>
  (/^\d{1,15}$/.test(id ?? '') && (await conferenceById(db, Number(id)))) || notFound('conference')
