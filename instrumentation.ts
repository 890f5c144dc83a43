import type { Instrumentation } from 'next'

/**
 * Turns the console into lines of the log, in production, and starts the worker in the portal's own process, unless it
 * runs apart (`WORKER=external`). Next calls it once, never while it builds.
 */
export async function register() {
  // Written out in full: Next replaces it when it builds, and leaves the database out of what is not for Node.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { env } = await import('@/lib/env')
    if (env.NODE_ENV === 'production') {
      const { logTheConsole } = await import('@/lib/logging/console')
      logTheConsole()
    }
    if (env.WORKER !== 'inside') return
    const { startWorker } = await import('@/lib/jobs/worker')
    const worker = await startWorker()
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void worker.stop())
  }
}

/** Logs what nobody caught: the code that the person was shown, the route's pattern, and none of what they wrote. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { describeError } = await import('@/lib/logging/describe-error')
    const { log } = await import('@/lib/logging/log')
    const requestId = request.headers['x-request-id']
    const digest = typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : undefined
    log('error', 'request.failed', {
      outcome: context.routeType,
      route: context.routePath,
      method: request.method,
      ...(digest !== undefined && { digest }),
      ...(typeof requestId === 'string' && { requestId }),
      ...describeError(error),
    })
  }
}
