import { z } from 'zod'
import { check, endpoint, readJson } from '#app/api/endpoint.server.ts'
import { db } from '#app/http/database.server.ts'
import { suggestFor } from '#app/routing/suggest.server.ts'

const question = z.object({
  text: z.string().trim().min(1, 'required').max(20_000, 'tooLong'),
  date: z.iso.date('date').optional(),
  group: z.string().max(60, 'tooLong').nullish(),
  zone: z.string().max(300, 'tooLong').nullish(),
  district: z.string().max(300, 'tooLong').nullish(),
  unit: z.string().max(300, 'tooLong').nullish(),
})

const none = { group: null, topic: null, leadUnit: null, coordinatingUnits: [], reasons: [], alternatives: [] }

export const { loader, action } = endpoint({
  POST: async (_actor, { request }) => {
    const { date, unit, ...of } = check(question, await readJson(request))
    return (await suggestFor(db(), { ...of, on: date, proposedUnit: unit })) ?? none
  },
})
