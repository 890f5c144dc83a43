import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '')
const serverConditions = ['react-server', 'node', 'default']

export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    // Left to itself vitest keeps a core free, and tests wait for PostgreSQL half of the time.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { name: 'components', include: ['components/**/*.test.{ts,tsx}'], setupFiles: ['test/silence.ts'] },
      },
      {
        extends: true,
        ssr: { resolve: { conditions: serverConditions } },
        test: {
          name: 'unit',
          include: ['{lib,db,scripts}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/silence.ts'],
          // Pure things share their modules: loading them anew for each file took half of the time.
          isolate: false,
        },
      },
      {
        extends: true,
        ssr: { resolve: { conditions: serverConditions } },
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/database.ts'],
          setupFiles: ['test/setup.ts', 'test/silence.ts'],
          // As Next's own bundler does on the server: the half of next/navigation without React's contexts, and files
          // of Next that next-auth names without their extension.
          alias: { 'next/navigation': 'next/dist/client/components/navigation.react-server.js' },
          server: { deps: { inline: ['next-auth'] } },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
