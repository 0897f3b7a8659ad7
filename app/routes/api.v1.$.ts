import { endpoint } from '#app/api/endpoint.server.ts'
import { notFound } from '#app/http/errors.ts'

export const { loader, action } = endpoint({ GET: async () => notFound('address'), POST: async () => notFound('address') })
