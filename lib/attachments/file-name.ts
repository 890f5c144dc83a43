/** Characters (code points) that the name of an attachment may have at most. */
export const longestFileName = 150

/** Controls, soft hyphen, zero-width and direction marks: invisible, and able to make «exe.pdf» read as something else. */
const invisible = /[\p{Cc}\p{Cf}\u2028\u2029\u115F\u1160\u3164\uFFA0]/gu
/** Surrogates without their other half, which neither UTF-8 nor a database takes. */
const halfCharacters = /\p{Surrogate}/gu
const forbiddenOnDisks = /[<>:"|?*]/g
const reservedOnWindows = /^(con|prn|aux|nul|com[1-9]|lpt[1-9])(?=\.|$)/i

/**
 * The name a person gave to a file, made harmless to show, to keep and to send back in `Content-Disposition`: NFC, no
 * path, no control or direction-override character, no quote, no leading or trailing dot or space, no device name.
 * May be empty (nothing was left) and may be longer than `longestFileName`: the inspection refuses both.
 */
export function cleanFileName(name: string): string {
  const bare = name.replace(halfCharacters, '\uFFFD').normalize('NFC').replace(invisible, '')
  const last = bare.split(/[/\\]/).at(-1) ?? ''
  return last
    .replace(forbiddenOnDisks, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .replace(reservedOnWindows, '_$1')
}

/** The part after the last dot, lower case, without the dot; empty when there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : ''
}

/** A name short enough for a line: cut in the middle, so that the extension stays in sight. `most` counts characters. */
export function shortName(name: string, most = 40): string {
  const characters = [...name]
  if (characters.length <= most) return name
  const tail = Math.min(12, Math.floor(most / 2))
  return `${characters.slice(0, most - tail - 1).join('')}…${characters.slice(-tail).join('')}`
}
