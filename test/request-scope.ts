// Sets up what Next's server has before any other of its files: import this file first.
import 'next/dist/server/node-environment-baseline'
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external'
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external'
import { HeadersAdapter } from 'next/dist/server/web/spec-extension/adapters/headers'

/** Runs what reads `headers()` as if a request with these headers had come: Next's own stores, with nothing else in them. */
export function asRequest<T>(headers: Record<string, string>, run: () => Promise<T>): Promise<T> {
  const work = { route: '/', page: '/' } as never
  const unit = { type: 'request', phase: 'render', headers: HeadersAdapter.seal(new Headers(headers)) } as never
  return workAsyncStorage.run(work, () => workUnitAsyncStorage.run(unit, run))
}
