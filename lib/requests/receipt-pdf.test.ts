import { tmpdir } from 'node:os'
import { inflateSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { hashOf, type ReceiptContent } from './receipt'
import { receiptPdf } from './receipt-pdf'

const content: ReceiptContent = {
  protocollo: 'INPS.7000.06/10/2015.0001234',
  submittedAt: '2015-10-05T22:30:00.000Z',
  expectedBy: '2015-10-13',
  contributor: { denomination: 'ALFA SERVIZI S.R.L.', codiceFiscale: '01234567897' },
  sender: { name: 'Mario Rossi', codiceFiscale: 'RSSMRA85T10A562S', title: 'Legale rappresentante' },
  office: { code: '7000', name: 'Direzione provinciale di Roma', unit: 'Flussi contributivi' },
  topic: { area: 'Versamenti e F24', subject: 'F24 con dati errati' },
  facts: [
    { name: 'amount', kind: 'amount', label: 'Importo versato', value: 123456 },
    { name: 'iban', kind: 'iban', label: 'IBAN', value: 'IT60X0542811101000000123456' },
  ],
  text: 'Buongiorno,\nil periodo è sbagliato.\n\nCordiali saluti',
  attachments: [
    { name: 'F24 aprile.pdf', size: 213456, sha256: 'a1'.repeat(32) },
    { name: 'delega.pdf.p7m', size: 812, sha256: 'b2'.repeat(32) },
  ],
}
const printed = (changes: Partial<ReceiptContent> = {}) => {
  const told = { ...content, ...changes }
  return receiptPdf({ content: told, sha256: hashOf(told), issuedAt: new Date(told.submittedAt) })
}

type Run = { page: number; mcid?: number; artifact: boolean; text: string; right: number; bottom: number }

/** The PDF taken apart as a reader of tagged PDF does: what is drawn on each page, and the tree of what is said. */
function takeApart(pdf: Uint8Array) {
  const bytes = Buffer.from(pdf)
  const file = bytes.toString('latin1')
  const objects = new Map(
    [...file.matchAll(/(?<=^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map((found) => [Number(found[1]), found[2]!]),
  )
  const object = (id: string | number | undefined) => objects.get(Number(id)) ?? ''
  const link = (from: string, key: string) => new RegExp(`/${key} (\\d+) 0 R`).exec(from)?.[1]
  const stream = (id: string | undefined) => {
    const [dictionary, body] = object(id).split(/\nstream\n([\s\S]*)/) as [string, string]
    const raw = Buffer.from(body, 'latin1').subarray(0, Number(/\/Length (\d+)/.exec(dictionary)![1]))
    return dictionary.includes('/FlateDecode') ? inflateSync(raw).toString('latin1') : raw.toString('utf8')
  }
  const hex = (digits: string) => Buffer.from(digits.replaceAll(' ', ''), 'hex').swap16().toString('utf16le')
  const font = (id: string) => {
    const letters: string[] = []
    for (const [, start, list] of stream(link(object(id), 'ToUnicode')).matchAll(/<(\w+)> <\w+> \[(.*)\]/g))
      [...list!.matchAll(/<([^>]*)>/g)].forEach(([, code], index) => (letters[parseInt(start!, 16) + index] = hex(code!)))
    const descendant = object(/\/DescendantFonts \[(\d+)/.exec(object(id))?.[1])
    const embedded = link(object(link(descendant, 'FontDescriptor')), 'FontFile2') !== undefined
    return { letters, embedded, widths: /\/W \[0 \[([^\]]*)/.exec(descendant)![1]!.split(' ').map(Number) }
  }
  const pages = [...objects].filter(([, dictionary]) => dictionary.includes('/Type /Page\n')).map(([id]) => id)
  const fonts = new Map<string, ReturnType<typeof font>>()
  const fontNamed = (page: number, name: string) => {
    const id = link(object(link(object(page), 'Resources')), name)!
    return fonts.get(id) ?? fonts.set(id, font(id)).get(id)!
  }
  const marks = /\/(\w+) <<([^>]*)>> BDC|(EMC)|([\d.]+) ([\d.]+) Tm|\/(F\d+) ([\d.]+) Tf|\[([^\]]*)\] TJ|(?<=\n)(?:f|S)(?=\n)/g
  const runs: Run[] = []
  for (const page of pages) {
    let mark: Pick<Run, 'mcid' | 'artifact'> | undefined
    let [x, y, size, face] = [0, 0, 0, '']
    for (const [, tag, attributes, end, left, bottom, fontName, points, shown] of stream(
      link(object(page), 'Contents'),
    ).matchAll(marks)) {
      if (tag) mark = { artifact: tag === 'Artifact', ...(tag !== 'Artifact' && { mcid: Number(attributes!.match(/\d+/)) }) }
      else if (end) mark = undefined
      else if (left) [x, y] = [Number(left), Number(bottom)]
      else if (fontName) [face, size] = [fontName, Number(points)]
      else {
        if (!mark) throw new Error('Something is drawn that is neither content nor decoration')
        const { letters, widths } = face ? fontNamed(page, face) : { letters: [], widths: [] }
        const glyphs = [...(shown ?? '').matchAll(/<(\w+)>/g)].flatMap(([, run]) => run!.match(/..../g)!.map((g) => parseInt(g, 16)))
        if (glyphs.includes(0)) throw new Error('A missing letter is drawn')
        const right = x + (glyphs.reduce((sum, glyph) => sum + widths[glyph]!, 0) * size) / 1000
        runs.push({ page, ...mark, text: glyphs.map((glyph) => letters[glyph]).join(''), right: shown ? right : 0, bottom: y })
      }
    }
  }
  const said: { tag: string; text: string; scope: string | undefined; actual: boolean }[] = []
  const say = (id: string) => {
    const element = object(id)
    const parts = [...(/\/K \[([\s\S]*?)\](?=\n)/.exec(element)?.[1] ?? '').matchAll(/(\d+) 0 R(?!\n)|\/Pg (\d+) 0 R\n\/MCID (\d+)|\d+/g)]
    const text = parts.filter(([, kid]) => !kid).map(([own, , page = link(element, 'Pg'), mcid = own]) =>
      runs.filter((run) => run.page === Number(page) && run.mcid === Number(mcid)).map((run) => run.text).join(''),
    )
    const actual = /\/ActualText \(/.test(element)
    said.push({ tag: /\/S \/(\w+)/.exec(element)![1]!, text: text.join('').trimEnd(), scope: /\/Scope \/(\w+)/.exec(element)?.[1], actual })
    for (const [, kid] of parts) if (kid) say(kid)
  }
  const tree = object(link(file, 'StructTreeRoot'))
  for (const [, id] of /\/K \[(.*)\]/.exec(tree)![1]!.matchAll(/(\d+) 0 R/g)) say(id!)
  return { file, pages, runs, said, fonts }
}

describe('the receipt as a PDF', () => {
  it.todo
})
