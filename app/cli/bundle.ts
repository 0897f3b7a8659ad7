import { join } from 'node:path'
import { build } from 'esbuild'
import { projectRoot } from '#db/project-root.ts'

/**
 * The commands that run for weeks, as plain JavaScript beside the pages in build/: a loader of TypeScript in each process
 * would cost its memory for all that time. What comes from npm stays outside.
 */
await build({
  absWorkingDir: projectRoot,
  entryPoints: ['start', 'serve', 'worker'].map((name) => join('app/cli', `${name}.ts`)),
  outdir: 'build/cli',
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
})
