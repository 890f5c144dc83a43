import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '')
const serverConditions = ['react-server', 'node', 'default']

export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'components', include: ['components/**/*.test.{ts,tsx}'], setupFiles: ['test/silence.ts'] },
      },
      {
        extends: true,
        ssr: { resolve: { conditions: serverConditions } },
        test: { name: 'unit', include: ['{lib,db,scripts}/**/*.test.{ts,tsx}'], setupFiles: ['test/silence.ts'] },
      },
      {
        extends: true,
        ssr: { resolve: { conditions: serverConditions } },
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/database.ts'],
          setupFiles: ['test/setup.ts', 'test/silence.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
