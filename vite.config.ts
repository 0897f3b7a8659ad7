import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { denyImports } from 'vite-env-only'

declare module '@remix-run/node' {
  // Merging with the framework's declaration needs an interface.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface Future {
    v3_singleFetch: true
  }
}

/**
 * A few files instead of forty: each is a line in every page's head and a request of every first visit. What only forms
 * need stays apart, so that a page to read does not wait for it.
 */
function chunkOf(id: string) {
  if (/node_modules\/(?:react|react-dom|scheduler|turbo-stream|@remix-run\/[\w-]+|i18next|react-i18next)\//.test(id)) return 'frame'
  if (/node_modules\/(?:zod|react-hook-form)\//.test(id)) return 'forms'
  if (/app\/(?:ui|i18n)\/[\w-]+\.tsx?$/.test(id) && !/resources|form|check/.test(id)) return 'house'
}

export default defineConfig({
  plugins: [
    denyImports({
      client: { specifiers: [/^#db\//, 'postgres', 'drizzle-orm', /^node:/], files: ['db/**/*', '**/*.server.*'] },
    }),
    tailwindcss(),
    remix({
      appDirectory: 'app',
      ignoredRouteFiles: ['**/*.css', '**/*.test.*'],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: false,
        v3_singleFetch: true,
      },
    }),
  ],
  build: { sourcemap: false, target: 'es2022' },
  environments: { client: { build: { rollupOptions: { output: { manualChunks: chunkOf } } } } },
})
