import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import express from 'express'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The bare application: Express, the adapter, nothing else. */
const build = (await import(pathToFileURL(join(process.cwd(), '.cache/yardstick/server/index.js')).href)) as ServerBuild
const app = express()
app.disable('x-powered-by')
app.all('*', createRequestHandler({ build, mode: 'production' }))
app.listen(Number(process.env.PORT), () => console.log('ready'))
