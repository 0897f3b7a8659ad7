import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LaunchOptions } from 'playwright-core'
import { projectRoot } from '#db/project-root.ts'

const packed = JSON.parse(readFileSync(join(projectRoot, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'))
const unpacked = join(projectRoot, '.cache/chromium', String(packed.version))

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync']

/** CHROME_PATH, else the system's browser, else the one that came with npm and needs nothing of the system. */
export function chromiumOptions(): LaunchOptions {
  const installed = process.env.CHROME_PATH || ['/usr/bin/chromium'].find(existsSync)
  if (installed) return { executablePath: installed, args: flags }
  if (!existsSync(unpacked)) unpack()
  const libraries = [join(unpacked, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  const env = { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(unpacked, 'fonts.conf') }
  return { executablePath: join(unpacked, 'chromium'), args: flags, env: env as Record<string, string> }
}

/** Unpacked under another name first: another worker may be doing the same, or this one be cut short. */
function unpack(): void {
  const unfinished = `${unpacked}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  // the package unpacks into the temporary folder, and its libraries only where it believes itself on Lambda
  const env = { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }
  const program = `await (await import('@sparticuz/chromium')).default.executablePath()`
  execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: projectRoot, env })
  writeFileSync(join(unfinished, 'fonts.conf'), fontsConf)
  try {
    renameSync(unfinished, unpacked)
  } catch (error) {
    if (!existsSync(unpacked)) throw error
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${unpacked}/fonts</dir><cachedir>${unpacked}/font-cache</cachedir></fontconfig>
`
