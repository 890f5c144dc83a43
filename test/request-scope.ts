// Sets up what Next's server has before any other of its files: import this file first.
import 'next/dist/server/node-environment-baseline'
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external'
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external'
import { HeadersAdapter } from 'next/dist/server/web/spec-extension/adapters/headers'

/**
 * Runs what reads `headers()` as if a request with these headers had come, for a page or for an action: Next's own stores,
 * with nothing else in them.
 */
export function asRequest<T>(
  headers: Record<string, string>,
  run: () => Promise<T>,
  phase: 'render' | 'action' = 'render',
): Promise<T> {
  const work = { route: '/', page: '/', incrementalCache: {} } as never
  const unit = { type: 'request', phase, headers: HeadersAdapter.seal(new Headers(headers)) } as never
  return workAsyncStorage.run(work, () => workUnitAsyncStorage.run(unit, run))
}
