import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, type Options, parse } from 'csv-parse'
import { utf8Blocks } from './decode'
import { Unreadable } from './unreadable'

/** Characters of one record: more than any line has (`decode.ts`), so that only an open quote gets there. */
const longestRecord = 512 * 1024

/** One record of the file; `line` is the first of its lines, counted from 1. */
export type FileRecord = { line: number; cells: string[] }

/**
 * The records of a CSV as they come, the header first and blank lines included. Cells are divided by `;` or `,`,
 * whichever the first line has more of; lines end in CRLF or LF; quotes as in RFC 4180.
 * @throws Unreadable naming the line for quotes that do not close, or stand where they cannot
 */
export async function* readRecords(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<FileRecord> {
  const blocks = utf8Blocks(bytes)
  const first = await blocks.next()
  if (first.done) return
  let lastLine = 0
  const options: Options<FileRecord, string[]> = {
    delimiter: delimiterOf(first.value),
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    max_record_size: longestRecord,
    on_record(cells, { lines }) {
      const line = lastLine + 1
      lastLine = lines
      return { line, cells }
    },
  }
  // Its types foresee records without columns as lists of cells alone.
  const parser = parse(options as unknown as Options)
  const flow = pipeline(Readable.from(prepended(first.value, blocks)), parser)
  // Whatever stops the flow also stops the loop below, which tells of it.
  flow.catch(() => undefined)
  try {
    for await (const record of parser) yield record as FileRecord
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error, lastLine + 1) : error
  }
}

async function* prepended(first: Buffer, rest: AsyncIterable<Buffer>) {
  yield first
  yield* rest
}

function delimiterOf(block: Buffer) {
  const [header = ''] = block.toString().split('\n', 1)
  return header.split(';').length >= header.split(',').length ? ';' : ','
}

const neverClosed = new Set(['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE'])

const unreadable = (error: CsvError, line: number) =>
  new Unreadable(
    neverClosed.has(error.code)
      ? `Le virgolette aperte alla riga ${line} non si chiudono più: correggi quella riga e carica di nuovo il file.`
      : `Alla riga ${line} le virgolette non tornano: quelle dentro una cella vanno raddoppiate ("").`,
  )
