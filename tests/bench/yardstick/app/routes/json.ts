import { rows } from '../rows.server.ts'

export const loader = async () => Response.json(await rows(25))
