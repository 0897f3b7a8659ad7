import type { Resources } from './instance.ts'

export type Files = Record<string, { default: object }>

/** './vi/issues.json' becomes the namespace `issues`. */
export function byNamespace(files: Files): Resources {
  return Object.fromEntries(
    Object.entries(files).map(([path, file]) => [path.replace(/^.*\/|\.json$/g, ''), file.default]),
  )
}
