import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function nearestPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  if (folder === dirname(folder)) throw new Error('No package.json above this file: run it inside the project')
  return nearestPackage(dirname(folder))
}

/** The checkout, also when this module has been bundled into build/. */
export const projectRoot = nearestPackage(dirname(fileURLToPath(import.meta.url)))
