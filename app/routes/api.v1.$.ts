import { endpoint } from '#app/api/endpoint.server.ts'
import { notFound } from '#app/http/errors.ts'

const api = endpoint({ GET: async () => notFound('address'), POST: async () => notFound('address') })

export const loader = api.loader
export const action = api.action
