import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of a made-up archive. What is given besides name and content is what the headers claim, true or not. */
export type ZipPart = {
  name: string
  content: Buffer | string
  stored?: boolean
  /** General purpose flags: 1 encrypted, 0x41 strongly encrypted. */
  flags?: number
  method?: number
  claimedSize?: number
  /** The name in the local header, when it is another one. */
  localName?: string
  /** Its data are those of the entry of this index: two entries, one place. */
  sharedWith?: number
}

const local = 0x04034b50
const central = 0x02014b50
const end = 0x06054b50

/** A ZIP archive, honest unless told otherwise (APPNOTE 6.3). */
export function makeZip(parts: ZipPart[], comment = ''): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  const offsets: number[] = []
  let at = 0
  for (const part of parts) {
    const plain = Buffer.from(part.content)
    const data = part.stored ? plain : deflateRawSync(plain, { level: 9 })
    const shared = part.sharedWith === undefined ? undefined : offsets[part.sharedWith]!
    offsets.push(shared ?? at)
    const method = part.method ?? (part.stored ? 0 : 8)
    const size = part.claimedSize ?? plain.length
    if (shared === undefined) {
      const body = Buffer.concat([header(local, part, part.localName ?? part.name, method, plain, data, size), data])
      bodies.push(body)
      at += body.length
    }
    directory.push(header(central, part, part.name, method, plain, data, size, shared ?? offsets.at(-1)!))
  }
  const listing = Buffer.concat(directory)
  const record = Buffer.alloc(22)
  record.writeUInt32LE(end, 0)
  record.writeUInt16LE(parts.length, 8)
  record.writeUInt16LE(parts.length, 10)
  record.writeUInt32LE(listing.length, 12)
  record.writeUInt32LE(at, 16)
  record.writeUInt16LE(comment.length, 20)
  return Buffer.concat([...bodies, listing, record, Buffer.from(comment)])
}

function header(
  signature: number,
  part: ZipPart,
  entryName: string,
  method: number,
  plain: Buffer,
  data: Buffer,
  size: number,
  offset = 0,
): Buffer {
  const name = Buffer.from(entryName)
  const isCentral = signature === central
  const fixed = Buffer.alloc(isCentral ? 46 : 30)
  fixed.writeUInt32LE(signature, 0)
  // The directory tells the same as the entry, two bytes later: it begins with the version of its maker.
  const shift = isCentral ? 2 : 0
  if (isCentral) fixed.writeUInt16LE(20, 4)
  fixed.writeUInt16LE(20, 4 + shift)
  fixed.writeUInt16LE((part.flags ?? 0) | 0x800, 6 + shift)
  fixed.writeUInt16LE(method, 8 + shift)
  fixed.writeUInt16LE(0x21, 12 + shift)
  fixed.writeUInt32LE(crc32(plain), 14 + shift)
  fixed.writeUInt32LE(data.length, 18 + shift)
  fixed.writeUInt32LE(size, 22 + shift)
  fixed.writeUInt16LE(name.length, 26 + shift)
  if (isCentral) fixed.writeUInt32LE(offset, 42)
  return Buffer.concat([fixed, name])
}
