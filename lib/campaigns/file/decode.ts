import { isUtf8 } from 'node:buffer'
import { Unreadable } from './unreadable'

/** Bytes that a line may have at most. */
const longestLine = 256 * 1024
/** Bytes looked at together: what the reader downstream holds is a small multiple of it. */
const blockSize = 64 * 1024
const lineFeed = 10
const windows1252 = new TextDecoder('windows-1252')

const binary =
  'Il file non è un testo: contiene byte nulli. Forse è un foglio Excel o un archivio: salvalo come CSV e caricalo di nuovo.'
const utf16 = 'Il file è in UTF-16: salvalo come «CSV UTF-8» e caricalo di nuovo.'

/**
 * The bytes of a file as UTF-8, in blocks that end where a line ends, without the BOM. Told line by line, since a wrong
 * byte may come last: a line that is valid UTF-8 is UTF-8, any other is Windows-1252.
 * @throws Unreadable for NUL bytes, and for a line of more than 256 kB
 */
export async function* utf8Blocks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const lengths = lineLengths()
  let start = Buffer.alloc(0)
  let rest: Buffer[] = []
  let first = true
  for await (const block of blocksOf(bytes)) {
    if (start.length < 2) start = Buffer.concat([start, block.subarray(0, 2)])
    if (block.includes(0)) throw new Unreadable(/^(fffe|feff)/.test(start.toString('hex')) ? utf16 : binary)
    lengths.check(block)
    const end = block.lastIndexOf(lineFeed) + 1
    if (end === 0) {
      rest.push(block)
      continue
    }
    const lines = Buffer.concat([...rest, block.subarray(0, end)])
    rest = [block.subarray(end)]
    yield toUtf8(first ? withoutBom(lines) : lines)
    first = false
  }
  const last = Buffer.concat(rest)
  if (last.length > 0) yield toUtf8(first ? withoutBom(last) : last)
}

async function* blocksOf(bytes: AsyncIterable<Uint8Array>) {
  for await (const piece of bytes)
    for (let from = 0; from < piece.byteLength; from += blockSize) {
      const { length } = piece.subarray(from, from + blockSize)
      yield Buffer.from(piece.buffer, piece.byteOffset + from, length)
    }
}

/** Measures lines across blocks, and names the one that is too long. */
function lineLengths() {
  let [line, length] = [1, 0]
  return {
    check(block: Buffer) {
      for (let from = 0; from < block.length;) {
        const feed = block.indexOf(lineFeed, from)
        const end = feed === -1 ? block.length : feed
        length += end - from
        if (length > longestLine) throw new Unreadable(`La riga ${line} è troppo lunga: supera 256 kB.`)
        if (feed !== -1) [line, length] = [line + 1, 0]
        from = end + 1
      }
    },
  }
}

const withoutBom = (block: Buffer) => (block.subarray(0, 3).toString('hex') === 'efbbbf' ? block.subarray(3) : block)

function toUtf8(block: Buffer): Buffer {
  if (isUtf8(block)) return block
  const lines: Buffer[] = []
  for (let from = 0; from < block.length;) {
    const feed = block.indexOf(lineFeed, from)
    const end = feed === -1 ? block.length : feed + 1
    const line = block.subarray(from, end)
    lines.push(isUtf8(line) ? line : Buffer.from(windows1252.decode(line)))
    from = end
  }
  return Buffer.concat(lines)
}
