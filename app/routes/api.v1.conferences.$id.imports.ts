import { created, endpoint, idempotencyKey } from '#app/api/endpoint.server.ts'
import { db } from '#app/http/database.server.ts'
import { Invalid, notFound } from '#app/http/errors.ts'
import { once } from '#app/http/once.server.ts'
import { sha256 } from '#app/http/sha256.ts'
import { previewImport } from '#app/imports/preview-import.server.ts'

const required = { key: 'common:invalid.required' }

const api = endpoint({
  POST: async (actor, { request, params }) => {
    const conferenceId = /^\d{1,15}$/.test(params.id ?? '') ? Number(params.id) : notFound('conference')
    const form = await request.formData().catch(() => undefined)
    const file = form?.get('file')
    if (!(file instanceof Blob) || file.size === 0) throw new Invalid({ file: required })
    const bytes = new Uint8Array(await file.arrayBuffer())
    const name = 'name' in file && typeof file.name === 'string' ? file.name : 'file'
    const work = { personId: actor.personId, key: idempotencyKey(request), body: { conferenceId, name, sha256: sha256(bytes) } }
    const { id, rows, problems } = await once(db(), work, (tx) => previewImport(tx, conferenceId, { name, bytes }, actor))
    return created({ id, rows, problems }, `/imports/${id}`)
  },
})

export const loader = api.loader
export const action = api.action
