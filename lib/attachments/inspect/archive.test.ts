import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { badFiles, docm, docx, exe, ole, openDocument, pdf, png, xlsx } from '@/test/files'
import { makeZip, type ZipPart } from '@/test/zip'
import { inspectFile } from '../inspect'

const megabyte = 1024 * 1024
const inspect = (name: string, bytes: Buffer) =>
  inspectFile({ name, declaredType: '', bytes }, { maxBytes: 3 * megabyte })
const verdict = async (name: string, bytes: Buffer) => {
  const inspection = await inspect(name, bytes)
  return inspection.accepted ? 'accepted' : inspection.reason
}
const entries = (count: number): ZipPart[] =>
  Array.from({ length: count }, (_, index) => ({ name: `${index}.txt`, content: `voce ${index}` }))

describe('an archive may hold', () => {
  test.each([
    [
      'documents in folders',
      makeZip([
        { name: 'f24/a.pdf', content: pdf() },
        { name: 'foto/', content: '' },
      ]),
    ],
    [
      'a document with a chart of its own',
      makeZip([{ name: 'a.docx', content: docx([{ name: 'word/embeddings/b.xlsx', content: xlsx() }]) }]),
    ],
    ['an old document without macros', makeZip([{ name: 'a.doc', content: ole('WordDocument') }])],
    ['a text that begins like a program', makeZip([{ name: 'a.csv', content: 'MZ;codice\nBZh;1\n' }])],
    ['a folder called Scripts', makeZip([{ name: 'Scripts/nota.txt', content: 'ciao' }])],
    ['five hundred entries', makeZip(entries(500))],
    ['what compresses well, if it is small', makeZip([{ name: 'a.txt', content: Buffer.alloc(64 * 1024) }])],
    [
      'what compresses as text does',
      makeZip([{ name: 'a.csv', content: randomBytes(40_000).toString('hex').repeat(8) }]),
    ],
    ['entries that are not compressed', makeZip([{ name: 'a.png', content: png(), stored: true }])],
    ['a comment', makeZip(entries(1), 'dalla segreteria')],
  ])('%s', async (_, bytes) => {
    expect(await verdict('a.zip', bytes)).toBe('accepted')
  })
})

describe('an archive is refused', () => {
  test.each([
    ['empty', 'when it holds nothing', makeZip([])],
    ['too-many-entries', 'when it holds five hundred and one entries', makeZip(entries(501))],
    ['nested-archive', 'when it holds another one', badFiles().nestedZip.bytes],
    [
      'nested-archive',
      'when it holds another one by another name',
      makeZip([{ name: 'a.pdf', content: makeZip(entries(1)) }]),
    ],
    ['nested-archive', 'when it holds an empty one', makeZip([{ name: 'a', content: makeZip([]) }])],
    [
      'nested-archive',
      'when it holds one of another kind',
      makeZip([{ name: 'a.dat', content: Buffer.from('Rar!\x1a\x07\x00') }]),
    ],
    ['nested-archive', 'when it says so in the name', makeZip([{ name: 'a.7z', content: 'ciao' }])],
    [
      'encrypted',
      'when an entry is under a password',
      makeZip([...entries(1), { name: 'b.txt', content: 'b', flags: 1 }]),
    ],
    ['encrypted', 'when an entry is under strong encryption', makeZip([{ name: 'b.txt', content: 'b', flags: 0x41 }])],
    ['encrypted', 'when an entry is under AES', makeZip([{ name: 'b.txt', content: 'b', method: 99 }])],
    [
      'encrypted',
      'when it holds a document under a password',
      makeZip([{ name: 'a.docx', content: ole('EncryptedPackage') }]),
    ],
    ['macros', 'when it holds a document with macros', makeZip([{ name: 'a.docx', content: badFiles().macros.bytes }])],
    ['macros', 'when it holds an old document with macros', makeZip([{ name: 'a.xls', content: ole('_VBA_PROJECT') }])],
    ['forbidden-entry', 'when it holds a program', makeZip([{ name: 'a.pdf', content: exe() }])],
    ['forbidden-entry', 'when it holds a script', makeZip([{ name: 'fatture/a.pdf.JS', content: 'alert(1)' }])],
    ['forbidden-entry', 'when it holds a web page', makeZip([{ name: 'a.html', content: 'ciao' }])],
    ['disguised', 'when it is a document', docx()],
    ['disguised', 'when it is a Java program', makeZip([{ name: 'META-INF/MANIFEST.MF', content: 'Main-Class: a' }])],
    ['damaged', 'when its end is missing', makeZip(entries(3)).subarray(0, -10)],
    ['damaged', 'when an entry climbs out of its folder', makeZip([{ name: '../../a.txt', content: 'a' }])],
    ['damaged', 'when an entry has two names', makeZip([{ name: 'a.txt', localName: 'b.exe', content: 'a' }])],
    ['damaged', 'when it is packed in a way nobody opens', makeZip([{ name: 'a.txt', content: 'a', method: 14 }])],
  ])('as %s %s', async (reason, _, bytes) => {
    expect(await verdict('a.zip', bytes)).toBe(reason)
  })

  test('and the sentence names the entry', async () => {
    expect(await inspect('a.zip', makeZip([{ name: 'x/segreto.pdf', content: 'b', flags: 1 }]))).toMatchObject({
      message:
        'Il file «segreto.pdf», dentro «a.zip», è protetto da password o cifrato: togli la protezione e sceglilo di nuovo.',
    })
    expect(await inspect('scatola.zip', badFiles().nestedZip.bytes)).toMatchObject({
      message:
        'Il file «scatola.zip» contiene un altro archivio («dentro.zip»): metti i documenti direttamente nel primo e riprova.',
    })
  })
})

describe('an archive that would swell is refused, whatever its headers say', () => {
  const zeros = Buffer.alloc(10 * megabyte)
  /** Two megabytes that compress about fifty times, as a long table does. */
  const table = Array.from(
    { length: 5000 },
    (_, line) => `${randomBytes(4).toString('hex')}${'voce;'.repeat(80)}${line}`,
  )
  const noise = table.join('\n')

  test.each<[string, Buffer, string?]>([
    ['one entry that swells a thousand times', makeZip([{ name: 'a.txt', content: zeros }])],
    ['one that swells and claims not to', makeZip([{ name: 'a.txt', content: zeros, claimedSize: 12 }])],
    [
      'one that swells among honest ones',
      makeZip([
        { name: 'b.bin', content: randomBytes(2 * megabyte) },
        { name: 'a.txt', content: zeros },
      ]),
    ],
    [
      'many entries that swell a little, past thirty megabytes',
      makeZip(Array.from({ length: 16 }, (_, i) => ({ name: `${i}.txt`, content: noise }))),
    ],
    [
      'entries that share their bytes',
      makeZip([
        { name: 'a.txt', content: noise },
        ...Array.from({ length: 20 }, (_, i) => ({
          name: `${i}.txt`,
          content: noise,
          localName: 'a.txt',
          sharedWith: 0,
        })),
      ]),
    ],
    ['a document that swells', docx([{ name: 'word/media/a.bmp', content: zeros }]), 'a.docx'],
    [
      'a document that swells inside an archive',
      makeZip([{ name: 'a.docx', content: docx([{ name: 'a.bmp', content: zeros }]) }]),
    ],
  ])('%s', async (_, bytes, name = 'a.zip') => {
    expect(bytes.length).toBeLessThan(3 * megabyte)
    expect(await verdict(name, bytes)).toBe('zip-bomb')
  })

  test('one that holds less than it claims is damaged', async () => {
    expect(await verdict('a.zip', makeZip([{ name: 'a.txt', content: 'ciao', claimedSize: 40 }]))).toBe('damaged')
  })

  test('documents in documents are followed three deep and no further', async () => {
    const nest = (inner: Buffer) => docx([{ name: 'word/embeddings/a.docx', content: inner }])
    expect(await verdict('a.docx', nest(nest(docx())))).toBe('accepted')
    expect(await verdict('a.docx', nest(nest(nest(docx()))))).toBe('nested-archive')
  })

  test('five hundred entries are counted over all that it holds', async () => {
    const inner = docx(entries(300).map(({ name, content }) => ({ name, content })))
    expect(await verdict('a.zip', makeZip([{ name: 'a.docx', content: inner }]))).toBe('accepted')
    expect(
      await verdict(
        'a.zip',
        makeZip([
          { name: 'a.docx', content: inner },
          { name: 'b.docx', content: inner },
        ]),
      ),
    ).toBe('too-many-entries')
  })
})

describe('a document is refused', () => {
  test.each([
    ['macros', 'a.docx', 'with macros', badFiles().macros.bytes],
    ['macros', 'a.docx', 'that declares macros', docm()],
    ['macros', 'a.xlsx', 'with a sheet of macros', xlsx([{ name: 'xl/macrosheets/sheet1.xml', content: '<a/>' }])],
    [
      'macros',
      'a.odt',
      'with a module of Basic',
      openDocument('text', [{ name: 'Basic/Standard/Modulo1.xml', content: '<a/>' }]),
    ],
    ['macros', 'a.ods', 'with a script', openDocument('spreadsheet', [{ name: 'Scripts/python/a.py', content: 'a' }])],
    [
      'encrypted',
      'a.odt',
      'under a password',
      makeZip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
        { name: 'META-INF/manifest.xml', content: '<manifest:encryption-data/>' },
      ]),
    ],
    [
      'nested-archive',
      'a.docx',
      'with an archive inside',
      docx([{ name: 'word/embeddings/a.bin', content: makeZip(entries(1)) }]),
    ],
    ['forbidden-entry', 'a.docx', 'with a program inside', docx([{ name: 'word/embeddings/a.bin', content: exe() }])],
    ['disguised', 'a.docx', 'when it is a sheet', xlsx()],
    ['disguised', 'a.xlsx', 'when it is a text', docx()],
    ['disguised', 'a.odt', 'when it is a sheet', openDocument('spreadsheet')],
    ['disguised', 'a.ods', 'when it is of the other family', xlsx()],
    ['disguised', 'a.docx', 'when it is any archive', makeZip(entries(2))],
  ])('as %s: «%s» %s', async (reason, name, _, bytes) => {
    expect(await verdict(name, bytes)).toBe(reason)
  })

  test('but a drawing in SVG is no web page there', async () => {
    expect(await verdict('a.docx', docx([{ name: 'word/media/image1.svg', content: '<svg/>' }]))).toBe('accepted')
  })

  test('but an empty library of Basic is no macro', async () => {
    expect(
      await verdict('a.odt', openDocument('text', [{ name: 'Basic/Standard/script-lb.xml', content: '<a/>' }])),
    ).toBe('accepted')
  })
})
