import 'server-only'
import { verify } from './verify'

/** The portal acting by itself: jobs and upkeep. */
export const systemActor = () => verify({ kind: 'system' })
