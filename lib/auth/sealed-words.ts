import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/lib/env'

/** Characters that are looked for at most. */
const longest = 100
const [nonceLength, tagLength] = [12, 16]
const key = () => Buffer.from(hkdfSync('sha256', env.AUTH_SECRET, '', 'words in addresses', 32))

/** Words as they may stand in an address: who sees the address, or the log of it, reads no name and no codice fiscale. */
export function sealWords(words: string) {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key(), nonce)
  const sealed = Buffer.concat([cipher.update(words.toWellFormed().slice(0, longest), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** The words behind a seal of this portal; undefined for anything else, words written as they are among them. */
export function openWords(sealed: unknown) {
  if (typeof sealed !== 'string' || !/^[\w-]{38,640}$/.test(sealed)) return undefined
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, nonceLength))
  decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength))
  try {
    return decipher.update(bytes.subarray(nonceLength + tagLength), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return undefined
  }
}

/** The address of a list with what it is narrowed by; what is typed of people is sealed, and what is empty left out. */
export function sealedAddress(home: string, values: Record<string, string | undefined>, typed: string) {
  const query = Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, name === typed ? sealWords(value) : value]],
  )
  return query.length > 0 ? `${home}?${new URLSearchParams(query)}` : home
}
