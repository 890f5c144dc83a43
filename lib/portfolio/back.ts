/** Lists over all one's contributors from which one enters a contributor's pages, below /area/tutti. */
const lists = /^\/(comunicazioni\/(da-leggere|lette)|richieste|istanze)?(\?|$)/

/** How an address carries the list that one came from, to go back to the same place. */
export const fromList = 'da'

/**
 * Where «Torna all’elenco» leads, for a page opened from a list over all one's contributors. Undefined for any other page,
 * and for an address that somebody else made up.
 * @param address of the page: path and query
 */
export function listBehind(address: string | null): string | undefined {
  const said = new URL(address ?? '/', 'https://portal.invalid').searchParams.get(fromList)
  return said !== null && lists.test(said) ? `/area/tutti${said}` : undefined
}
