import { check, created, endpoint, idempotencyKey, queryOf, readJson } from '#app/api/endpoint.server.ts'
import { pageQuery } from '#app/api/requests.ts'
import { conferenceSchema } from '#app/conferences/conference-form.ts'
import { openConference } from '#app/conferences/open-conference.server.ts'
import { db } from '#app/http/database.server.ts'
import { once } from '#app/http/once.server.ts'
import { pageOfConferences } from '#db/queries/conference-choices.ts'

const represent = ({ id, title, heldOn }: { id: number; title: string; heldOn: string }) => ({ id, title, heldOn })

const api = endpoint({
  GET: async (_actor, { request }) => {
    const { limit, cursor } = check(pageQuery, queryOf(request))
    const page = await pageOfConferences(db(), { limit, cursor })
    return { items: page.items.map(represent), next: page.next }
  },
  POST: async (actor, { request }) => {
    const body = await readJson(request)
    const input = check(conferenceSchema, body)
    const work = { personId: actor.personId, key: idempotencyKey(request), body }
    const opened = await once(db(), work, async (tx) => represent(await openConference(tx, input, actor)))
    return created(opened, `/api/v1/conferences/${opened.id}`)
  },
})

export const loader = api.loader
export const action = api.action
