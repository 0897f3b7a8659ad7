import { check, endpoint, readJson } from '#app/api/endpoint.server.ts'
import { suggestionRequest } from '#app/api/requests.ts'
import { db } from '#app/http/database.server.ts'
import { suggestFor } from '#app/routing/suggest.server.ts'

const none = { group: null, topic: null, leadUnit: null, coordinatingUnits: [], reasons: [], alternatives: [] }

const api = endpoint({
  POST: async (_actor, { request }) => {
    const { date, unit, ...of } = check(suggestionRequest, await readJson(request))
    return (await suggestFor(db(), { ...of, on: date, proposedUnit: unit })) ?? none
  },
})

export const loader = api.loader
export const action = api.action
