import 'server-only'
import { headers } from 'next/headers'
import type { LogFields } from './log'

/** What ties a line of log to the request it tells of: the id that the proxy gave it. */
export async function requestFields(): Promise<Pick<LogFields, 'requestId'>> {
  const requestId = (await headers()).get('x-request-id')
  return requestId ? { requestId } : {}
}
