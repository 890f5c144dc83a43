/** The same address, with another database. */
export function withDatabase(url: string, name: string) {
  const copy = new URL(url)
  copy.pathname = `/${name}`
  return copy.href
}
