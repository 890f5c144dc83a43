import { unstable_rethrow } from 'next/navigation'
import { log } from '@/lib/logging/log'
import { requestFields } from '@/lib/logging/request'
import { Refusal, type RefusalKind } from '@/lib/refusal'

const statuses: Record<RefusalKind, number> = {
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  invalid: 422,
  'too-many': 429,
}

export const answer = (status: number, body: Record<string, unknown>) =>
  Response.json(body, {
    status,
    headers: {
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
      ...(status === 429 && { 'retry-after': '900' }),
    },
  })

export const signedOut = () =>
  answer(401, { message: 'La sessione è scaduta: accedi di nuovo in un’altra scheda, poi riprova.' })

/** Runs what a script asked for, and turns an expected no into a sentence it can show. */
export async function answering(run: () => Promise<Response>) {
  try {
    return await run()
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof Refusal) {
      log('info', 'request.refused', { ...(await requestFields()), outcome: error.kind })
      return answer(statuses[error.kind], { message: error.message })
    }
    throw error
  }
}
