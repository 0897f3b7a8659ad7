import { endpoint } from '#app/api/endpoint.server.ts'
import { idFrom, issueFor } from '#app/api/issue.server.ts'
import { db } from '#app/http/database.server.ts'

const api = endpoint({
  GET: async (actor, { params }) => issueFor(db(), actor, await idFrom(db(), actor, params.id)),
})

export const loader = api.loader
export const action = api.action
