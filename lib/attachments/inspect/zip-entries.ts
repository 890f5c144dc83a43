import { createInflateRaw } from 'node:zlib'
import { type Entry, type ZipFile, fromBufferPromise } from 'yauzl'
import { archiveLimits } from './archive-limits'
import type { Finding } from './refusals'

/** What is left of the limits; one budget goes through an archive and the packages inside it. */
export type Budget = { entries: number; bytes: number }
export const fullBudget = (): Budget => ({ entries: archiveLimits.entries, bytes: archiveLimits.inflatedBytes })

/** An entry as it inflates: its first bytes, and all of them when the visitor asked for them. */
export type Opened = { name: string; head: Buffer; whole: Buffer | undefined }

type Visitor = {
  /** Whether an entry is to be kept whole in memory, judged by its name and its first bytes. */
  keep: (name: string, head: Buffer) => boolean
  visit: (entry: Opened) => Promise<Finding | undefined>
}

const aesEncrypted = 99

/**
 * Opens every entry of an archive, in order, and stops at the first trouble. Sizes are measured while inflating: what the
 * headers say is compared with it, never trusted. Errors of the format come back as `damaged`, never thrown.
 */
export async function openEntries(zip: Buffer, budget: Budget, visitor: Visitor): Promise<Finding | undefined> {
  try {
    const archive = await fromBufferPromise(zip, { validateEntrySizes: false })
    if (archive.entryCount > budget.entries) return { reason: 'too-many-entries' }
    let compressedBytes = 0
    for await (const entry of archive.eachEntry()) {
      budget.entries -= 1
      compressedBytes += entry.compressedSize
      // Entries that share their bytes are how a small archive becomes an endless one.
      if (compressedBytes > zip.length) return { reason: 'zip-bomb' }
      const opened = await open(archive, entry, zip, budget, visitor.keep)
      const finding = 'reason' in opened ? opened : await visitor.visit(opened)
      if (finding) return { inside: entry.fileName, ...finding }
    }
    return undefined
  } catch (error) {
    return { reason: String(error).includes('strong encryption') ? 'encrypted' : 'damaged' }
  }
}

async function open(
  archive: ZipFile,
  entry: Entry,
  zip: Buffer,
  budget: Budget,
  keep: Visitor['keep'],
): Promise<Opened | Finding> {
  const header = await archive.readLocalFileHeaderPromise(entry)
  const encrypted = entry.isEncrypted() || (header.generalPurposeBitFlag & 1) !== 0
  if (encrypted || entry.compressionMethod === aesEncrypted) return { reason: 'encrypted' }
  if (!header.fileName.equals(entry.fileNameRaw)) return { reason: 'damaged' }
  const raw = zip.subarray(header.fileDataStart, header.fileDataStart + entry.compressedSize)
  if (entry.compressionMethod === 0) return gather(entry, [raw], () => raw.length, budget, keep)
  if (entry.compressionMethod !== 8) return { reason: 'damaged' }
  const inflater = createInflateRaw({ chunkSize: archiveLimits.ratioCountsFrom })
  inflater.end(raw)
  return gather(entry, inflater, () => inflater.bytesWritten, budget, keep)
}

async function gather(
  entry: Entry,
  source: Iterable<Buffer> | AsyncIterable<Buffer>,
  consumed: () => number,
  budget: Budget,
  keep: Visitor['keep'],
): Promise<Opened | Finding> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    budget.bytes -= chunk.length
    if (budget.bytes < 0) return { reason: 'zip-bomb' }
    if (chunks.length === 0 || keep(entry.fileName, chunks[0]!)) chunks.push(chunk)
  }
  if (size > archiveLimits.ratioCountsFrom && size > archiveLimits.ratio * consumed()) return { reason: 'zip-bomb' }
  if (size !== entry.uncompressedSize) return { reason: 'damaged' }
  const head = chunks[0] ?? Buffer.alloc(0)
  return { name: entry.fileName, head, whole: keep(entry.fileName, head) ? Buffer.concat(chunks) : undefined }
}
