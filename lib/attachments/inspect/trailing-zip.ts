const endOfCentralDirectory = Buffer.from('PK\x05\x06', 'latin1')
const centralDirectoryEntry = Buffer.from('PK\x01\x02', 'latin1')
const recordBytes = 22
const longestComment = 0xffff

/**
 * Whether a ZIP archive hangs on the end of a file of another format (GIFAR and the like): an end-of-central-directory
 * record where a ZIP reader looks for it, with its directory just before. Four bytes alone may be there by chance.
 */
export function endsWithZip(bytes: Buffer): boolean {
  const earliest = Math.max(0, bytes.length - recordBytes - longestComment)
  let at = bytes.lastIndexOf(endOfCentralDirectory)
  while (at >= earliest) {
    if (at + recordBytes <= bytes.length && hasDirectory(bytes, at)) return true
    if (at === 0) return false
    at = bytes.lastIndexOf(endOfCentralDirectory, at - 1)
  }
  return false
}

function hasDirectory(bytes: Buffer, record: number): boolean {
  const size = bytes.readUInt32LE(record + 12)
  if (size === 0) return bytes.readUInt16LE(record + 10) === 0
  const start = record - size
  return start >= 0 && bytes.subarray(start, start + centralDirectoryEntry.length).equals(centralDirectoryEntry)
}
