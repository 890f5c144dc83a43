/**
 * A code as typed or pasted, made comparable: compatibility forms (full-width letters…) folded by NFKC, the characters of
 * `dropped` (a global pattern) left out, upper case. Only a–z are raised: letters that merely look alike (a dotless ı, a
 * Cyrillic а) stay what they are and fail whatever check follows. Folded once more at the end: what was parted by a dropped
 * character, or by its case, may now be one.
 */
export function compactCode(typed: string, dropped: RegExp): string {
  return typed
    .normalize('NFKC')
    .replace(dropped, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .normalize('NFKC')
}
