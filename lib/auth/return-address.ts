const base = 'http://portal.invalid'

/**
 * Where to go after sign-in: only an address of this portal, whatever was written in the query (ASVS 3.7.2). `//evil`,
 * `/\evil`, `/..//evil`, `https:evil` and their like lead to the front door.
 */
export function returnAddress(asked: unknown, otherwise: string) {
  if (typeof asked !== 'string' || !/^\/(?![/\\])[\w\-./?=&%:~+]*$/.test(asked)) return otherwise
  const { origin, pathname, search } = new URL(asked, base)
  // Judged as the browser will read it: `..` and `.` may leave two slashes at the start.
  return origin !== base || /^\/(\/|esci)/.test(pathname) ? otherwise : pathname + search
}
