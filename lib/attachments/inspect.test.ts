import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  badFiles,
  exe,
  goodFiles,
  jpg,
  ole,
  p7m,
  p7mBer,
  p7mPem,
  pdf,
  pdfOfSize,
  png,
  type SampleFile,
  tiff,
} from '@/test/files'
import { makeZip } from '@/test/zip'
import { type Inspection, inspectFile } from './inspect'

const limits = { maxBytes: 3 * 1024 * 1024 }
const inspect = ({ name, type, bytes }: SampleFile) => inspectFile({ name, declaredType: type, bytes }, limits)
/** An undeclared file of some content. */
const look = (name: string, content: Buffer | string) => inspect({ name, type: '', bytes: Buffer.from(content) })
const reasonOf = (inspection: Inspection) => (inspection.accepted ? 'accepted' : inspection.reason)
const messageOf = (inspection: Inspection) => (inspection.accepted ? '' : inspection.message)

describe('a good file', () => {
  test.each(goodFiles().map((file) => [file.name, file] as const))(
    '«%s» is accepted as its browser declares it, with parameters, and undeclared',
    async (_, file) => {
      for (const type of [file.type, `${file.type.toUpperCase()}; charset=utf-8`, '', 'application/octet-stream'])
        expect(await inspect({ ...file, type })).toMatchObject({ accepted: true, name: file.name })
    },
  )

  test('gets the media type of its kind and the fingerprint of its content', async () => {
    const bytes = Buffer.from('a;b\n1;2\n')
    expect(await inspect({ name: 'Dati.CSV', type: 'application/vnd.ms-excel', bytes })).toEqual({
      accepted: true,
      name: 'Dati.CSV',
      mediaType: 'text/csv',
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
  })

  test('gets a clean name', async () => {
    expect(await look('..\\..\\perche\u0301\u202E.txt', 'ciao')).toMatchObject({ accepted: true, name: 'perché.txt' })
  })

  test('may be exactly as large as the limit, and as long in its name', async () => {
    expect(reasonOf(await look('a.pdf', pdfOfSize(limits.maxBytes)))).toBe('accepted')
    expect(reasonOf(await look(`${'à'.repeat(146)}.txt`, 'ciao'))).toBe('accepted')
  })

  test('is seen through a window on a larger buffer', async () => {
    const larger = Buffer.concat([exe(), pdf(), exe()])
    const bytes = new Uint8Array(larger.buffer, larger.byteOffset + exe().length, pdf().length)
    expect(await inspectFile({ name: 'a.pdf', declaredType: '', bytes }, limits)).toMatchObject({ accepted: true })
  })

  test.each([
    ['a signature in BER', 'a.p7m', p7mBer()],
    ['a signature in PEM', 'a.p7m', p7mPem()],
    ['a signature in Base64 alone', 'a.p7m', p7m().toString('base64')],
    ['text in Windows-1252', 'a.txt', Buffer.from('perch\xe9 \x80 100', 'latin1')],
    ['text with a byte-order mark', 'a.csv', '\uFEFFa;b\n'],
    ['text that begins like a picture', 'a.txt', 'BMW: ordine 12'],
    ['XML with a style sheet and a comment', 'a.xml', '<?xml-stylesheet href="a.xsl"?><!-- <html> --><a/>\n'],
    ['a message from a mailbox file', 'a.eml', 'From a@b.it Mon\nReceived: by x\n\n<html></html>'],
    ['a PDF that speaks of encryption', 'a.pdf', pdf('/Encrypt 9 0 R')],
  ])('may be %s', async (_, name, content) => {
    expect(await look(name, content)).toMatchObject({ accepted: true })
  })
})

describe('a file is refused before its content is looked at', () => {
  test.each([
    ['name-missing', '../..', 'ciao'],
    ['name-too-long', `${'a'.repeat(147)}.txt`, 'ciao'],
    ['extension', 'senza', 'ciao'],
    ['extension', 'pagina.html', '<html>'],
    ['extension', 'disegno.svg', '<svg/>'],
    ['extension', 'fattura.pdf.exe', exe()],
    ['extension', 'macro.docm', 'PK'],
    ['empty', 'vuoto.pdf', ''],
    ['too-large', 'grande.pdf', pdfOfSize(limits.maxBytes + 1)],
  ])('%s: «%s»', async (reason, name, content) => {
    expect(reasonOf(await look(name, content))).toBe(reason)
  })

  test.each([
    ['a.pdf', 'image/png', pdf()],
    ['a.txt', 'text/html', 'ciao'],
    ['a.png', 'image/svg+xml', png()],
  ])('declared-type: «%s» declared as %s', async (name, type, content) => {
    expect(reasonOf(await inspect({ name, type, bytes: Buffer.from(content) }))).toBe('declared-type')
  })
})

describe('a file whose content is another one is refused', () => {
  test.each([
    ['disguised', 'programma.pdf', exe()],
    ['disguised', 'programma.txt', exe()],
    ['disguised', 'programma.zip', exe()],
    ['disguised', 'programma.p7m', exe()],
    ['disguised', 'foto.png', jpg()],
    ['disguised', 'foto.jpg', tiff()],
    ['disguised', 'foto.tiff', png()],
    ['disguised', 'testo.pdf', 'ciao'],
    ['disguised', 'documento.txt', pdf()],
    ['disguised', 'ricco.txt', '{\\rtf1 ciao}'],
    ['disguised', 'testo.xml', 'ciao'],
    ['disguised', 'testo.eml', 'ciao\nFrom: nessuno\n'],
    ['disguised', 'vecchio.docx', ole('WordDocument')],
    ['not-text', 'dati.csv', Buffer.from('a;b\0c')],
    ['not-text', 'dati.txt', Buffer.from('a\x81b\xff', 'latin1')],
    ['not-text', 'unicode.txt', Buffer.from('\uFEFFciao', 'utf16le')],
    ['active-content', 'pagina.txt', ' <!-- x --><HTML><script>alert(1)</script>'],
    ['active-content', 'disegno.xml', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['active-content', 'pagina.xml', '<x:html xmlns:x="http://www.w3.org/1999/xhtml"/>'],
    ['active-content', 'copione.xml', '<a><x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script></a>'],
    ['active-content', 'risate.xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['damaged', 'mozzo.xml', '<a><b>ciao'],
    ['damaged', 'mozzo.p7m', p7m(pdf()).subarray(0, 300)],
    ['encrypted', 'protetto.pdf', badFiles().encryptedPdf.bytes],
    ['encrypted', 'cifrato.p7m', p7m(pdf(), 3)],
    ['encrypted', 'protetto.xlsx', ole('EncryptedPackage')],
  ])('%s: «%s»', async (reason, name, content) => {
    expect(reasonOf(await look(name, content))).toBe(reason)
  })
})

describe('a file that is two files at once is refused', () => {
  const archive = makeZip([{ name: 'a.txt', content: 'a' }])
  test.each([
    ['a PDF with an archive behind', 'a.pdf', Buffer.concat([pdf(), archive])],
    ['a picture with an archive behind', 'a.jpg', Buffer.concat([jpg(), archive])],
    ['a picture with an archive and a tail behind', 'a.png', Buffer.concat([png(), archive, Buffer.from('coda')])],
    ['a picture with an empty archive behind', 'a.tiff', Buffer.concat([tiff(), makeZip([])])],
    ['a web page with a PDF behind', 'a.pdf', pdf('ciao', { before: '<html><script>alert(1)</script>\n' })],
    ['a PDF behind anything', 'a.pdf', pdf('ciao', { before: '\n' })],
    [
      'a PDF that opens as a web page',
      'a.pdf',
      Buffer.concat([Buffer.from('%PDF-1.4\n<script>alert(1)</script>'), pdf()]),
    ],
  ])('%s', async (_, name, content) => {
    expect(reasonOf(await look(name, content))).toBe('polyglot')
  })

  test('but four bytes that are there by chance are no archive', async () => {
    const chance = Buffer.concat([Buffer.from('%PK\x05\x06'), Buffer.alloc(64, 0x41)])
    expect(reasonOf(await look('a.pdf', Buffer.concat([pdf(), chance])))).toBe('accepted')
  })
})

describe('a refusal', () => {
  test('names the file, says what is wrong and what to do', async () => {
    expect(messageOf(await look('Busta paga.pdf', exe()))).toBe(
      'Il contenuto del file «Busta paga.pdf» non è PDF: non basta cambiare l’estensione. Aprilo con il suo programma, salvalo come PDF e sceglilo di nuovo.',
    )
    expect(messageOf(await look('a.pdf', pdfOfSize(limits.maxBytes + 200 * 1024)))).toBe(
      'Il file «a.pdf» è troppo grande (3,2 MB): il massimo è 3 MB. Riducilo o dividilo in più file.',
    )
  })

  test('cuts a long name in the middle', async () => {
    expect(messageOf(await look(`${'a'.repeat(160)}.pdf`, pdf()))).toContain(`«${'a'.repeat(27)}…${'a'.repeat(8)}.pdf»`)
  })
})

describe('no file, however hostile, breaks the inspection', () => {
  const extensions = goodFiles().map(({ name }) => name.slice(name.lastIndexOf('.')))

  test('random bytes under any allowed extension', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...extensions), fc.uint8Array({ maxLength: 2048 }), async (extension, bytes) => {
        const inspection = await inspectFile({ name: `a${extension}`, declaredType: '', bytes }, limits)
        expect(typeof inspection.accepted).toBe('boolean')
      }),
      { numRuns: 500 },
    )
  })

  test('good files with bytes changed, cut or repeated', async () => {
    const change = fc.record({ at: fc.nat(), byte: fc.nat(255) })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...goodFiles()),
        fc.array(change, { maxLength: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (file, changes, part) => {
          const bytes = Buffer.concat([file.bytes, file.bytes.subarray(0, Math.floor(part * file.bytes.length))])
          for (const { at, byte } of changes) bytes[at % bytes.length] = byte
          for (const variant of [bytes, bytes.subarray(0, Math.ceil(part * bytes.length))])
            expect(typeof (await inspect({ ...file, bytes: variant })).accepted).toBe('boolean')
        },
      ),
      { numRuns: 500 },
    )
  })
})
