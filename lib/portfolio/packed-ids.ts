/** Ids as short as they go, for an address or a hidden field: sixteen bytes each, in base64url. */
export function packIds(ids: string[]) {
  const bytes = ids.flatMap((id) => (id.replaceAll('-', '').match(/../g) ?? []).map((pair) => parseInt(pair, 16)))
  const text = bytes.map((byte) => String.fromCharCode(byte)).join('')
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The same back again; none of what is not a row of ids. */
export function unpackIds(packed: string) {
  // Four characters are three bytes: a row of sixteens never leaves a character over.
  if (!/^[\w-]+$/.test(packed) || packed.length % 4 === 1) return []
  const text = atob(packed.replaceAll('-', '+').replaceAll('_', '/'))
  if (text.length % 16 !== 0) return []
  const digits = [...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('')
  return digits.match(/.{32}/g)!.map((id) => id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'))
}
