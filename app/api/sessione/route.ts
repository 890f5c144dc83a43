import { currentPerson } from '@/lib/auth/session'
import { answer, signedOut } from '../answer'

/** «Resta connesso»: asking who is signed in is what keeps a session awake. */
export async function POST() {
  return (await currentPerson()) ? answer(200, {}) : signedOut()
}
