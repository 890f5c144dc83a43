import { findKind } from './kinds'

/** What somebody came for from the public page: a kind of istanza, or the subject of a request. */
export type Aim = { istanza: string } | { oggetto: string }

/**
 * Reads it from an address, where it travels until it is said for whom one acts. Of an istanza only a kind of the portal; of a
 * subject only the shape of a code, which leads nowhere unless the tree has it.
 */
export function readAim({ istanza, oggetto }: Record<string, string | string[] | undefined>): Aim | undefined {
  if (typeof istanza === 'string' && findKind(istanza)) return { istanza }
  if (typeof oggetto === 'string' && /^\d{2}\.\d{2}$/.test(oggetto)) return { oggetto }
  return undefined
}

/** The query of an address that carries it, with its question mark; nothing when there is none. */
export const carry = (aim: Aim | undefined, more: Record<string, string> = {}) => {
  const query = new URLSearchParams({ ...aim, ...more }).toString()
  return query && `?${query}`
}
