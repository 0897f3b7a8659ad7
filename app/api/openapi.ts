import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { conferenceSchema } from '#app/conferences/conference-form.ts'
import { moveNames, moveSchemas } from '#workflows/resolution/moves.ts'
import { calculation, issueQuery, newIssue, pageQuery, reportQuery, suggestionRequest } from './requests.ts'
import * as shape from './shapes.ts'

const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } })
const answer = (description: string, schema: z.ZodType) => ({ description, ...json(schema) })
const failure = (description: string) => ({ description, content: { 'application/problem+json': { schema: shape.problem } } })
const refusals = {
  '401': failure('No bearer token, or one that is unknown, revoked or expired'),
  '404': failure('Nothing there, or nothing that this person may see'),
  '409': failure('The machine refuses the move, or someone was first'),
  '422': failure('The input does not fit; `errors` says where'),
}
const key = z.object({
  'Idempotency-Key': z.string().max(200).optional().meta({ description: 'Equal requests under one key act once and get one answer' }),
})
const path = z.object({ id: z.string().meta({ description: 'Id or code' }) })

type Operation = ZodOpenApiOperationObject
const get = (summary: string, result: z.ZodType, of: Partial<Operation> = {}): Operation => ({
  summary, ...of, responses: { '200': answer('Found', result), ...refusals },
})
const post = (summary: string, body: z.ZodType | undefined, result: z.ZodType, of: Partial<Operation> = {}, status = '200'): Operation => ({
  summary,
  ...of,
  requestParams: { header: key, ...of.requestParams },
  ...(body && { requestBody: json(body) }),
  responses: { [status]: answer('Done', result), ...refusals },
})

const moveBody = z.union(
  moveNames.map((name) => moveSchemas[name].extend({ move: z.literal(name), version: z.int() }).meta({ id: `Move_${name}` })),
)
const file = { requestBody: { content: { 'multipart/form-data': { schema: z.object({ file: z.string().meta({ format: 'binary' }) }) } } } }

const paths: ZodOpenApiPathsObject = {
  '/issues': {
    get: get('Issues this person may see', shape.pageOf(shape.issueItem), { requestParams: { query: issueQuery } }),
    post: post('File an issue', newIssue, shape.issue, {}, '201'),
  },
  '/issues/{id}': { get: get('One issue with its events and the moves open to this person', shape.issue, { requestParams: { path } }) },
  '/issues/{id}/moves': { post: post('Make a move', moveBody, shape.issue, { requestParams: { path } }) },
  '/conferences': {
    get: get('Conferences, latest first', shape.pageOf(shape.conference), { requestParams: { query: pageQuery } }),
    post: post('Open a conference', conferenceSchema, shape.conference, {}, '201'),
  },
  '/conferences/{id}/imports': {
    post: { ...post('Read an annex, which is a table, and preview it; minutes in running text are read on their page', undefined, shape.importPreview, { requestParams: { path } }, '201'), ...file },
  },
  '/imports/{id}/commit': { post: post('Put a previewed import on the register, all or nothing', undefined, shape.imported, { requestParams: { path } }) },
  '/imports/{id}/undo': { post: post('Take an import back while nobody has worked on it', undefined, shape.undone, { requestParams: { path } }) },
  '/routing/suggestions': { post: post('Who should lead, and why', suggestionRequest, shape.suggestion) },
  '/deadlines/calculate': { post: post('When a term in working time ends, step by step', calculation, shape.due) },
  '/reports/resolution': { get: get('Rates now or as of any past day', shape.report, { requestParams: { query: reportQuery } }) },
}

/** OpenAPI 3.1, made from the schemas that check the requests. */
export const openApi = () =>
  createDocument({
    openapi: '3.1.0',
    info: { title: 'Đối Thoại', version: '1', description: 'Dialogue between a city and its enterprises. All text is NFC.' },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    paths,
  })
