import type { NextFunction, Request, Response } from 'express'
import { refuse } from './refuse.ts'

/** A broken escape says nothing, and a NUL is in no id and no search that the database could take. */
export function readableUrl(req: Request, res: Response, next: NextFunction) {
  if (isReadable(req)) return next()
  refuse(req, res, 400, 'common:errors.badRequest')
}

function isReadable({ path, url }: Request) {
  try {
    decodeURIComponent(path)
    return !/%00/.test(url)
  } catch {
    return false
  }
}
