const longest = 500
/** What a message may quote: words between quotes, keys with their values, addresses, anything with three digits. */
const quoted = /"[^"]*"|'[^']*'|`[^`]*`|«[^»]*»|“[^”]*”|\([^)]*\)=\([^)]*\)/g
const telling = /@|\d\D*\d\D*\d/

export type ErrorFields = { error: string; code?: string; message: string; at?: string }

/**
 * Says of a thrown thing its kind, its code, its first line and where it was thrown, without the values it quotes: a
 * failed query carries the text somebody wrote among its parameters, and that never reaches the log. The innermost cause
 * is the one that tells.
 */
export function describeError(thrown: unknown): ErrorFields {
  const innermost = causeOf(thrown)
  if (!(innermost instanceof Error)) return { error: typeof innermost, message: '' }
  const { name, message } = innermost
  const at = framesOf(innermost)
  const code = 'code' in innermost && typeof innermost.code === 'string' ? innermost.code : undefined
  return {
    error: name,
    ...(code !== undefined && { code }),
    ...(at && { at }),
    message: (message.split('\n')[0] ?? '')
      .slice(0, longest)
      .replace(quoted, '…')
      .replace(/\S+/g, (word) => (telling.test(word) ? '…' : word)),
  }
}

function causeOf(thrown: unknown) {
  let innermost = thrown
  for (let depth = 0; depth < 5 && innermost instanceof Error && innermost.cause !== undefined; depth++) {
    innermost = innermost.cause
  }
  return innermost
}

/** The innermost frames. They come after the message, which may look like one. */
function framesOf({ stack = '', message }: Error) {
  const begin = stack.indexOf(message)
  if (begin < 0) return ''
  const frames = stack.slice(begin + message.length).match(/^ {4}at .+$/gm) ?? []
  return frames
    .slice(0, 3)
    .map((frame) => frame.trim())
    .join(' < ')
}
