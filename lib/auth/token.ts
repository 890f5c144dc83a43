import { createHash, createHmac, randomBytes } from 'node:crypto'
import { env } from '@/lib/env'

/** 256 bits that open a session; only their hash is kept (ASVS 7.2.3, 11.5.1). */
export const newToken = () => randomBytes(32).toString('base64url')
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex')

/** A keyed hash, so that a table of limits holds neither addresses nor codici fiscali. */
export const pseudonym = (scope: string, value: string) =>
  `${scope}:${createHmac('sha256', env.AUTH_SECRET).update(value).digest('base64url')}`
