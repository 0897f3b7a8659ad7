import { z } from 'zod'
import { check, endpoint, idempotencyKey, readJson } from '#app/api/endpoint.server.ts'
import { idFrom, issueFor } from '#app/api/issue.server.ts'
import { db } from '#app/http/database.server.ts'
import { once } from '#app/http/once.server.ts'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import { moveNames, moveSchemas, type MoveInput } from '#workflows/resolution/moves.ts'

const envelope = z.looseObject({ move: z.enum(moveNames), version: z.int() })

const api = endpoint({
  POST: async (actor, { request, params }) => {
    const id = await idFrom(db(), actor, params.id)
    const body = await readJson(request)
    const { move: type, version, ...rest } = check(envelope, body)
    const move = { type, ...check(moveSchemas[type], rest) } as MoveInput
    const key = idempotencyKey(request)
    await once(db(), { personId: actor.personId, key, body: { id, ...body } }, (tx) => moveIssue(tx, { id, version, move, by: actor }))
    return issueFor(db(), actor, id)
  },
})

export const loader = api.loader
export const action = api.action
