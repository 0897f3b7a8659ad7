import { endpoint, idempotencyKey } from '#app/api/endpoint.server.ts'
import { db } from '#app/http/database.server.ts'
import { notFound } from '#app/http/errors.ts'
import { once } from '#app/http/once.server.ts'
import { undoImport } from '#app/imports/undo-import.server.ts'

const api = endpoint({
  POST: async (actor, { request, params }) => {
    const id = /^\d{1,15}$/.test(params.id ?? '') ? Number(params.id) : notFound('import')
    const work = { personId: actor.personId, key: idempotencyKey(request), body: { undo: id } }
    return once(db(), work, (tx) => undoImport(tx, id, actor))
  },
})

export const loader = api.loader
export const action = api.action
