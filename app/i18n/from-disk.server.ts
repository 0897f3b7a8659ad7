import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { projectRoot } from '#db/project-root.ts'
import { languages, register, type Resources } from './instance.ts'

function textsIn(folder: string): Resources {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return Object.fromEntries(
    files.map((name) => [basename(name, '.json'), JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as object]),
  )
}

/** The texts for code that runs outside the bundle (server process, command line, mail), where Vite's glob is missing. */
export function registerFromDisk() {
  for (const language of languages) register(language, textsIn(join(projectRoot, 'app/i18n', language)))
}
