/** One kind of file that may be attached. `variants` are the other names by which browsers and systems declare it. */
export type Kind = {
  label: string
  extensions: readonly [string, ...string[]]
  mediaType: string
  variants: readonly string[]
}

const kinds = {
  pdf: { label: 'PDF', extensions: ['pdf'], mediaType: 'application/pdf', variants: ['application/x-pdf'] },
  p7m: {
    label: 'P7M',
    extensions: ['p7m'],
    mediaType: 'application/pkcs7-mime',
    variants: ['application/x-pkcs7-mime', 'application/pkcs7-signature', 'application/x-pkcs7-signature'],
  },
  xml: { label: 'XML', extensions: ['xml'], mediaType: 'application/xml', variants: ['text/xml', 'text/plain'] },
  jpg: { label: 'JPG', extensions: ['jpg', 'jpeg'], mediaType: 'image/jpeg', variants: ['image/jpg', 'image/pjpeg'] },
  png: { label: 'PNG', extensions: ['png'], mediaType: 'image/png', variants: ['image/x-png', 'image/apng'] },
  tiff: { label: 'TIFF', extensions: ['tiff', 'tif'], mediaType: 'image/tiff', variants: ['image/x-tiff'] },
  docx: {
    label: 'DOCX',
    extensions: ['docx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    variants: [],
  },
  odt: {
    label: 'ODT',
    extensions: ['odt'],
    mediaType: 'application/vnd.oasis.opendocument.text',
    variants: ['application/x-vnd.oasis.opendocument.text'],
  },
  xlsx: {
    label: 'XLSX',
    extensions: ['xlsx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    variants: [],
  },
  ods: {
    label: 'ODS',
    extensions: ['ods'],
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    variants: ['application/x-vnd.oasis.opendocument.spreadsheet'],
  },
  csv: {
    label: 'CSV',
    extensions: ['csv'],
    mediaType: 'text/csv',
    variants: [
      'application/vnd.ms-excel',
      'application/csv',
      'text/x-csv',
      'text/comma-separated-values',
      'text/plain',
    ],
  },
  txt: { label: 'TXT', extensions: ['txt'], mediaType: 'text/plain', variants: [] },
  eml: { label: 'EML', extensions: ['eml'], mediaType: 'message/rfc822', variants: ['text/plain'] },
  zip: {
    label: 'ZIP',
    extensions: ['zip'],
    mediaType: 'application/zip',
    variants: ['application/x-zip-compressed', 'application/x-zip', 'multipart/x-zip'],
  },
} satisfies Record<string, Kind>

export type KindName = keyof typeof kinds

/** The kinds as a person reads them: «PDF, P7M, XML, …». */
export const acceptedInWords = Object.values(kinds)
  .map((kind) => kind.label)
  .join(', ')

/** What the `accept` attribute of a file input says. */
export const acceptedExtensions = Object.values<Kind>(kinds)
  .flatMap((kind) => kind.extensions.map((extension) => `.${extension}`))
  .join(',')

/** The kind of an extension (lower case, no dot); undefined when such files may not be attached. */
export function kindOf(extension: string): (Kind & { name: KindName }) | undefined {
  const found = Object.entries<Kind>(kinds).find(([, kind]) => kind.extensions.includes(extension))
  return found && { name: found[0] as KindName, ...found[1] }
}

const undeclared = [
  '',
  'application/octet-stream',
  'binary/octet-stream',
  'application/unknown',
  'application/download',
]

/** Whether the media type a browser declared (with or without parameters) may go with a kind; none declared may. */
export function mayBeDeclaredAs(kind: Kind, declared: string): boolean {
  const bare = declared.split(';', 1)[0]!.trim().toLowerCase()
  return undeclared.includes(bare) || bare === kind.mediaType || kind.variants.includes(bare)
}
