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
})
