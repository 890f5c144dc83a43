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

/** What is drawn: in which page and marked content, how far right and low. Unmarked content stops the reading. */
type Run = { page: string; mark: string; text: string; right: number; y: number }
/** What is said, in the order of the tags. */
type Said = { tag: string; text: string; scope?: string | undefined; actual: boolean }

/** Takes a PDF apart as a reader of tagged files does, from its structure tree to its letters. */
function takeApart(pdf: Uint8Array) {
  const file = Buffer.from(pdf).toString('latin1')
  const objects = new Map(
    Array.from(file.matchAll(/(?<=\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g), ([, id, body]) => [id!, body!]),
  )
  const object = (id = '') => objects.get(id) ?? ''
  const link = (body: string, key: string) => new RegExp(`/${key} \\[?(\\d+) 0 R`).exec(body)?.[1]
  const stream = (id = '') => {
    const [dictionary = '', body = ''] = object(id).split(/\nstream\n([\s\S]*)/)
    const raw = Buffer.from(body, 'latin1').subarray(0, Number(/\/Length (\d+)/.exec(dictionary)?.[1]))
    return (dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw).toString('latin1')
  }

  const fonts = new Map<string, { letters: string[]; widths: number[]; embedded: boolean }>()
  const fontAt = (id: string) => {
    const descendant = object(link(object(id), 'DescendantFonts'))
    const codes = stream(link(object(id), 'ToUnicode')).match(/(?<=> \[).*(?=\])/g) ?? []
    const font = fonts.get(id) ?? {
      letters: codes.flatMap((line) => Array.from(line.matchAll(/<([^>]*)>/g), ([, code]) => lettersOf(code!))),
      widths: /\/W \[0 \[([^\]]*)/.exec(descendant)?.[1]?.split(' ').map(Number) ?? [],
      embedded: link(object(link(descendant, 'FontDescriptor')), 'FontFile2') !== undefined,
    }
    fonts.set(id, font)
    return font
  }

  const runs: Run[] = []
  const pages = [...objects.keys()].filter((id) => object(id).includes('/Type /Page\n'))
  for (const page of pages) {
    const resources = object(link(object(page), 'Resources'))
    let [mark, face, size, x, y] = ['', '', 0, 0, 0]
    for (const line of stream(link(object(page), 'Contents')).split('\n')) {
      const [, opening, place, name, points, shown] =
        /^\/(Artifact|MCID \d+)|^1 0 0 1 (.*) Tm$|^\/(F\d+) (.*) Tf$|^\[(.*)\] TJ$/.exec(line) ?? []
      if (opening) mark = opening
      if (line === 'EMC') mark = ''
      if (place) [x = 0, y = 0] = place.split(' ').map(Number)
      if (name) [face, size] = [link(resources, name)!, Number(points)]
      if (mark === '' && /^(.* TJ|[fS])$/.test(line)) throw new Error(`Neither content nor decoration: ${line}`)
      if (!shown) continue
      const font = fontAt(face)
      const glyphs = (shown.replace(/>[^<]*</g, '').match(/[\da-f]{4}/g) ?? []).map((code) => parseInt(code, 16))
      if (glyphs.includes(0)) throw new Error('The missing glyph is drawn')
      const width = glyphs.reduce((sum, glyph) => sum + font.widths[glyph]!, 0)
      runs.push({
        page,
        mark,
        text: glyphs.map((glyph) => font.letters[glyph]).join(''),
        right: x + (width * size) / 1000,
        y,
      })
    }
  }

  const say = (id: string): Said[] => {
    const element = object(id)
    const kids = /\/K \[([\s\S]*?)\](?=\n)/.exec(element)?.[1] ?? ''
    const parts = [...kids.matchAll(/\/Pg (\d+) 0 R\n\/MCID (\d+)|(\d+) 0 R|(\d+)/g)]
    const own = parts
      .filter(([, , , kid]) => kid === undefined)
      .flatMap(([, page = link(element.replace(kids, ''), 'Pg'), distant, , mcid]) =>
        runs.filter((run) => run.page === page && run.mark === `MCID ${distant ?? mcid}`),
      )
    const said = {
      tag: /\/S \/(\w+)/.exec(element)?.[1] ?? '',
      text: own
        .map(({ text }) => text)
        .join('')
        .trimEnd(),
      scope: /\/Scope \/(\w+)/.exec(element)?.[1],
      actual: element.includes('/ActualText'),
    }
    return [said, ...parts.flatMap(([, , , kid]) => (kid === undefined ? [] : say(kid)))]
  }
  const root = /\/StructTreeRoot\n[\s\S]*?\/K \[(\d+) 0 R\]/.exec(object(link(file, 'StructTreeRoot')))?.[1]
  return { file, pages, runs, said: say(root ?? ''), fonts: () => [...fonts.values()] }
}

const lettersOf = (code: string) => Buffer.from(code.replaceAll(' ', ''), 'hex').swap16().toString('utf16le')
const spoken = (said: Said[], ...tags: string[]) => said.filter(({ tag }) => tags.includes(tag)).map(({ text }) => text)

describe('the receipt as a PDF', () => {
  it('is a tagged, titled document in Italian with its letters inside', async () => {
    const { file, fonts } = takeApart(await printed())
    for (const sign of ['%PDF-1.7', '/Marked true', '/Lang (it-IT)', '/DisplayDocTitle true', 'pdfuaid:part>1<'])
      expect(file).toContain(sign)
    expect(file).toContain(`(Ricevuta ${content.protocollo})`)
    expect(file).toContain('(D:20151005223000Z)')
    expect(fonts().map(({ embedded }) => embedded)).toEqual([true, true, true])
  })

  it('is read in the order in which a person needs it', async () => {
    const { said } = takeApart(await printed())
    expect(said[0]).toMatchObject({ tag: 'Document' })
    expect(spoken(said, 'H1', 'H2')).toEqual([
      'Ricevuta di presentazione della richiesta',
      'Chi l’ha presentata',
      'A chi e per che cosa',
      'Testo della richiesta',
      'Allegati',
      'Come proseguire',
      'Che cosa attesta',
    ])
    expect(spoken(said, 'P').slice(3, 9)).toEqual([
      'Numero di protocollo',
      'INPS.7000.06/10/2015.0001234',
      'Presentata il',
      '6 ottobre 2015, ore 00:30',
      'Risposta attesa entro il',
      '13 ottobre 2015 (5 giorni lavorativi)',
    ])
    expect(spoken(said, 'LBody')[0]).toContain('«Lista richieste»')
  })

  it('says who, to whom and about what, each under its own heading, with the IBAN by its ends', async () => {
    const { said } = takeApart(await printed())
    expect(said.filter(({ tag }) => tag === 'TH').map(({ text, scope }) => `${text} (${scope})`)).toEqual([
      'Contribuente (Row)',
      'C.F. del contribuente (Row)',
      'Inviata da (Row)',
      'C.F. di chi invia (Row)',
      'Sede competente (Row)',
      'Unità (Row)',
      'Oggetto (Row)',
      'Importo versato (Row)',
      'IBAN (Row)',
      'Nome del file e impronta SHA-256 (Column)',
      'Dimensione (Column)',
    ])
    expect(spoken(said, 'TD').slice(0, 9)).toEqual([
      'ALFA SERVIZI S.R.L.',
      '01234567897',
      'Mario Rossi, legale rappresentante',
      'RSSMRA85T10A562S',
      'Direzione provinciale di Roma (7000)',
      'Flussi contributivi',
      'Versamenti e F24 › F24 con dati errati',
      '1.234,56 €',
      'IT60 … 3456',
    ])
  })

  it('carries each file with its size and its hash in one piece, and its own hash', async () => {
    const { said } = takeApart(await printed())
    const words = spoken(said, 'TD', 'P')
    for (const file of [
      ['F24 aprile.pdf', 'a1'.repeat(32), '208,5 kB'],
      ['delega.pdf.p7m', 'b2'.repeat(32), '812 byte'],
    ])
      expect(words.slice(words.indexOf(file[0]!), words.indexOf(file[0]!) + 3)).toEqual(file)
    expect(words).toContain(hashOf(content))
  })

  it('says that there are no files', async () => {
    expect(spoken(takeApart(await printed({ attachments: [] })).said, 'P')).toContain('Nessun allegato.')
  })

  it('keeps the lines and paragraphs of the text', async () => {
    const paragraphs = spoken(takeApart(await printed()).said, 'P')
    expect(paragraphs).toContain('Buongiorno, il periodo è sbagliato.')
    expect(paragraphs).toContain('Cordiali saluti')
  })

  it('holds the longest text whole, over as many numbered pages as it takes', async () => {
    const text = 'Chiediamo la verifica dei versamenti già quietanzati. '.repeat(80).slice(0, 4000).trim()
    const { pages, runs, said } = takeApart(await printed({ text }))
    expect(spoken(said, 'P')).toContain(text)
    expect(pages.length).toBeGreaterThan(2)
    const decorations = runs.filter(({ mark }) => mark === 'Artifact').map(({ text }) => text)
    pages.forEach((_, index) => expect(decorations).toContain(`pagina ${index + 1} di ${pages.length}`))
    expect(spoken(said, 'P').join()).not.toContain('pagina 1')
  })

  it('gives the same bytes for the same receipt, others for another', async () => {
    const [once, again, other] = await Promise.all([
      printed(),
      printed(),
      printed({ text: 'Un’altra cosa del tutto.' }),
    ])
    expect(Buffer.compare(once, again)).toBe(0)
    expect(Buffer.compare(once, other)).not.toBe(0)
  })

  it('replaces what its letters cannot write, says so, and keeps it for whoever listens', async () => {
    const { said } = takeApart(await printed({ text: 'Grazie 😀 \u202Eda 漢字\uD800 </P> (\\) %%EOF' }))
    expect(said).toContainEqual({ tag: 'P', text: 'Grazie ¤ da ¤¤¤ </P> (\\) %%EOF', scope: undefined, actual: true })
    expect(spoken(said, 'P').join()).toContain('Il segno ¤ sta per un carattere che qui non si può scrivere')
    expect(spoken(takeApart(await printed()).said, 'P').join()).not.toContain('¤')
  })

  it('never lets a word run over the margins, however long', async () => {
    const long = { denomination: 'W'.repeat(300), codiceFiscale: '01234567897' }
    const names = ['m'.repeat(150), 'Ricevuta di versamento '.repeat(7).slice(0, 150), '漢'.repeat(150)]
    const { runs, said } = takeApart(
      await printed({
        contributor: long,
        facts: [{ name: 'codes', kind: 'codiciFiscali', label: 'Codici', value: Array(200).fill('RSSMRA85T10A562S') }],
        text: 'parolalunghissima'.repeat(235) + '\n'.repeat(5),
        attachments: names.map((name, index) => ({ name, size: 3 * 1024 * 1024, sha256: String(index).repeat(64) })),
      }),
    )
    expect(Math.max(...runs.map(({ right }) => right))).toBeLessThan(595.28 - 55)
    expect(Math.min(...runs.filter(({ mark }) => mark !== 'Artifact').map(({ y }) => y))).toBeGreaterThan(70)
    expect(spoken(said, 'TD')).toContain('W'.repeat(300))
    expect(spoken(said, 'P')).toContain('m'.repeat(150))
  })

  it('is not begun without its letters', async () => {
    const away = vi.spyOn(process, 'cwd').mockReturnValue(tmpdir())
    await expect(printed())
      .rejects.toThrow('ENOENT')
      .finally(() => away.mockRestore())
  })
})
