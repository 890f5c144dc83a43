import { randomBytes } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { eicar } from './fakes/clamd-server'
import { makeZip } from './zip'

/** A file as a person chooses it: `type` is what a browser declares. */
export type SampleFile = { name: string; type: string; bytes: Buffer }

const file = (name: string, type: string, content: Buffer | string): SampleFile => ({
  name,
  type,
  bytes: Buffer.from(content),
})

/** A PDF of one page with a line of text; `trailer` adds to its trailer, `before` comes first in the file. */
export function pdf(text = 'Documento di prova', { trailer = '', before = '' } = {}): Buffer {
  const drawing = `BT /F1 12 Tf 72 770 Td (${text.replace(/[()\\]/g, '')}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = `${before}%PDF-1.4\n`
  const places = objects.map((object, index) => {
    const place = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(body + table + end, 'latin1')
}

/** A PNG of the given side in pixels, of one grey. */
export function png(side = 2): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const typed = Buffer.concat([Buffer.from(type), data])
    const ends = Buffer.alloc(8)
    ends.writeUInt32BE(data.length, 0)
    ends.writeUInt32BE(crc32(typed), 4)
    return Buffer.concat([ends.subarray(0, 4), typed, ends.subarray(4)])
  }
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0])
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  const rows = deflateSync(Buffer.alloc((side + 1) * side, 0x80))
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

/** A JPEG of 8 × 8 blue pixels. */
export const jpg = (): Buffer =>
  Buffer.from(
    '/9j/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshI' +
      'Tt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAA' +
      'AAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAABf/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhED' +
      'EQA/AJoBoS//2Q==',
    'base64',
  )

/** A TIFF of one black pixel: a little-endian header, one directory, one strip. */
export function tiff(): Buffer {
  const tags = [
    [256, 3, 1], [257, 3, 1], [258, 3, 8], [259, 3, 1], [262, 3, 1], [273, 4, 8], [277, 3, 1], [278, 3, 1], [279, 4, 1],
  ] as const // prettier-ignore
  const bytes = Buffer.alloc(10 + 2 + tags.length * 12 + 4)
  bytes.write('II*\0', 'latin1')
  bytes.writeUInt32LE(10, 4)
  bytes.writeUInt16LE(tags.length, 10)
  for (const [index, [tag, type, value]] of tags.entries()) {
    bytes.writeUInt16LE(tag, 12 + index * 12)
    bytes.writeUInt16LE(type, 14 + index * 12)
    bytes.writeUInt32LE(1, 16 + index * 12)
    bytes.writeUInt32LE(value, 20 + index * 12)
  }
  return bytes
}

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  const length = content.length < 128 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}
const oid = (arc: number) => Buffer.from(`06092a864886f70d0107${arc.toString(16).padStart(2, '0')}`, 'hex')

/** A CMS envelope around some content (RFC 5652); `arc` is the last number of its type: 2 signed, 3 enveloped. */
export function p7m(content: Buffer = pdf(), arc = 2): Buffer {
  const version = der(0x02, Buffer.from([1]))
  const inside = der(0x30, oid(1), der(0xa0, der(0x04, content)))
  return der(0x30, oid(arc), der(0xa0, der(0x30, version, der(0x31), inside, der(0x31))))
}

/** The same envelope in the indefinite lengths of BER, as streaming signers write it. */
export function p7mBer(): Buffer {
  const [open, close] = [Buffer.from([0x30, 0x80]), Buffer.alloc(2)]
  return Buffer.concat([open, oid(2), Buffer.from([0xa0, 0x80]), der(0x30, der(0x02, Buffer.from([1]))), close, close])
}

export const p7mPem = (): Buffer =>
  Buffer.from(`-----BEGIN PKCS7-----\n${p7m().toString('base64').replace(/.{64}/g, '$&\n')}\n-----END PKCS7-----\n`)

const openXml = (main: string, path: string, more: { name: string; content: Buffer | string }[] = []) =>
  makeZip([
    {
      name: '[Content_Types].xml',
      content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${path}" ContentType="${main}"/></Types>`,
    },
    { name: '_rels/.rels', content: `<Relationships><Relationship Id="r1" Target="${path}"/></Relationships>` },
    { name: path, content: '<document/>' },
    ...more,
  ])

const openXmlType = 'application/vnd.openxmlformats-officedocument.'
export const docx = (more: { name: string; content: Buffer | string }[] = []) =>
  openXml(`${openXmlType}wordprocessingml.document.main+xml`, 'word/document.xml', more)
export const xlsx = (more: { name: string; content: Buffer | string }[] = []) =>
  openXml(`${openXmlType}spreadsheetml.sheet.main+xml`, 'xl/workbook.xml', more)
/** A document that declares macros, whatever its extension. */
export const docm = () => openXml('application/vnd.ms-word.document.macroEnabled.main+xml', 'word/document.xml')

export const openDocument = (kind: 'text' | 'spreadsheet', more: { name: string; content: Buffer | string }[] = []) =>
  makeZip([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}`, stored: true },
    { name: 'content.xml', content: '<office:document-content/>' },
    { name: 'META-INF/manifest.xml', content: '<manifest:manifest/>' },
    ...more,
  ])

/** An OLE compound file with a stream of the given name: how Office keeps passwords, and how it kept macros. */
export const ole = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ])

/** The first bytes of a Windows program. */
export const exe = (): Buffer =>
  Buffer.concat([
    Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'),
    Buffer.alloc(56),
    Buffer.from('This program cannot be run in DOS mode'),
  ])

const message =
  'From: Anna <anna@esempio.it>\r\nTo: sede@esempio.it\r\nSubject: F24\r\nMIME-Version: 1.0\r\n\r\nIn allegato.\r\n'
const invoice =
  '<?xml version="1.0" encoding="UTF-8"?>\n<!-- flusso --><u:DenunceMensili xmlns:u="urn:prova"><Azienda/></u:DenunceMensili>\n'

/** A good file of every kind that may be attached, as browsers declare it. */
export const goodFiles = (): SampleFile[] => [
  file('Busta paga.pdf', 'application/pdf', pdf()),
  file('Delega firmata.pdf.p7m', 'application/pkcs7-mime', p7m()),
  file('DenunciaMensile.xml', 'text/xml', invoice),
  file('Ricevuta.jpg', 'image/jpeg', jpg()),
  file('Ricevuta.JPEG', 'image/jpeg', jpg()),
  file('Schermata.png', 'image/png', png()),
  file('Scansione.tiff', 'image/tiff', tiff()),
  file('Scansione.tif', 'image/tiff', tiff()),
  file('Istanza.docx', `${openXmlType}wordprocessingml.document`, docx()),
  file('Istanza.odt', 'application/vnd.oasis.opendocument.text', openDocument('text')),
  file('Compensi.xlsx', `${openXmlType}spreadsheetml.sheet`, xlsx()),
  file('Compensi.ods', 'application/vnd.oasis.opendocument.spreadsheet', openDocument('spreadsheet')),
  file('Compensi.csv', 'text/csv', 'nome;compenso\nNicolò;1.200,50\n'),
  file('Nota.txt', 'text/plain', 'Perché il versamento risulta a zero?\n'),
  file('Risposta.eml', 'message/rfc822', message),
  file(
    'Documenti.zip',
    'application/zip',
    makeZip([
      { name: 'f24/marzo.pdf', content: pdf() },
      { name: 'nota.txt', content: 'ciao' },
    ]),
  ),
]

/** Files that must never be kept, by what is wrong with them. */
export const badFiles = () => ({
  empty: file('vuoto.pdf', 'application/pdf', ''),
  programNamedPdf: file('fattura.pdf', 'application/pdf', exe()),
  program: file('fattura.exe', 'application/x-msdownload', exe()),
  encryptedPdf: file('protetto.pdf', 'application/pdf', pdf('riservato', { trailer: '/Encrypt 9 0 R' })),
  infected: file('eicar.txt', 'text/plain', eicar),
  nestedZip: file(
    'scatola.zip',
    'application/zip',
    makeZip([{ name: 'dentro.zip', content: makeZip([{ name: 'a.txt', content: 'a' }]) }]),
  ),
  zipBomb: file(
    'bomba.zip',
    'application/zip',
    makeZip([{ name: 'zeri.txt', content: Buffer.alloc(10 * 1024 * 1024) }]),
  ),
  macros: file('istanza.docx', '', docx([{ name: 'word/vbaProject.bin', content: ole('_VBA_PROJECT') }])),
  webPage: file('pagina.html', 'text/html', '<!doctype html><script>alert(1)</script>'),
})

/** A good PDF of exactly so many bytes: what follows its end is comment. */
export function pdfOfSize(bytes: number): Buffer {
  const whole = pdf()
  return Buffer.concat([whole, Buffer.from('%'), randomBytes(bytes - whole.length - 1)])
}
