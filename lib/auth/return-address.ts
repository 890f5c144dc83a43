/**
 * Where to go after sign-in: only an address of this portal, whatever was written in the query (ASVS 3.7.2). `//evil`,
 * `/\evil`, `https:evil` and their like lead to the front door.
 */
export function returnAddress(asked: unknown, otherwise: string) {
  if (typeof asked !== 'string' || !/^\/(?![/\\])[\w\-./?=&%:~+]*$/.test(asked) || asked.startsWith('/esci'))
    return otherwise
  const url = new URL(asked, 'http://portal.invalid')
  return url.host === 'portal.invalid' ? url.pathname + url.search : otherwise
}
