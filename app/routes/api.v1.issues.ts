import { check, created, endpoint, idempotencyKey, json, queryOf, readJson } from '#app/api/endpoint.server.ts'
import { issueFor } from '#app/api/issue.server.ts'
import { issueQuery, newIssue } from '#app/api/requests.ts'
import { byOf } from '#app/access/actor.ts'
import { db } from '#app/http/database.server.ts'
import { once } from '#app/http/once.server.ts'
import { fileIssue } from '#app/issues/file-issue.server.ts'
import { readAsOf } from '#app/issues/list-filter.ts'
import { listRecords } from '#db/queries/issue-record.ts'

const api = endpoint({
  GET: async (actor, { request }) => {
    const { limit, cursor, asOf, ...filter } = check(issueQuery, queryOf(request))
    const { items, next } = await listRecords(db(), byOf(actor), { ...filter, asOf: readAsOf(asOf) }, { limit, cursor })
    return json(`{"items":[${items.join(',')}],"next":${JSON.stringify(next)}}`)
  },
  POST: async (actor, { request }) => {
    const body = await readJson(request)
    const { conference, ...filing } = check(newIssue, body)
    const raised = await once(db(), { personId: actor.personId, key: idempotencyKey(request), body }, (tx) =>
      fileIssue(tx, { ...filing, conferenceId: conference, by: actor, channel: 'api' }),
    )
    return created(await issueFor(db(), actor, raised.id), `/api/v1/issues/${raised.id}`)
  },
})

export const loader = api.loader
export const action = api.action
