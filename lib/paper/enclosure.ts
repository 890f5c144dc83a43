import 'server-only'
import type { Paper } from './paper'

type Enclosure = {
  /** ASCII, with no word of a person. */
  name: string
  mediaType: string
  description: string
  bytes: Uint8Array
  madeAt: Date
}

const mark = '/Type /EmbeddedFile'
const beginning = '\nstream\n'

/**
 * Puts a file inside the document, as it is, so that whoever has the one has the other. Call it before anything is
 * written: `enclosedIn` takes the first that it meets, and words of people come after.
 */
export function enclose({ doc }: Paper, { name, mediaType, description, bytes, madeAt }: Enclosure) {
  doc.compress = false
  doc.file(Buffer.from(bytes), {
    name,
    type: mediaType,
    description,
    creationDate: madeAt,
    modifiedDate: madeAt,
    // pdfkit writes it as the relationship of PDF 2.0; its types do not know of it.
    ...{ relationship: 'Data' },
  })
  doc.compress = true
}

/** The file that `enclose` put in a document of the portal. @throws when there is none */
export function enclosedIn(pdf: Uint8Array) {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const dictionary = file.indexOf(mark)
  const start = file.indexOf(beginning, dictionary) + beginning.length
  const size = /\/Size (\d+)/.exec(dictionary < 0 ? '' : file.toString('latin1', dictionary, start))?.[1]
  if (size === undefined) throw new Error('The document encloses no file')
  return file.subarray(start, start + Number(size))
}
