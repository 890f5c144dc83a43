import { inflateSync } from 'node:zlib'

/** What is drawn: in which page and marked content, how far right and low. Unmarked content stops the reading. */
export type Run = { page: string; mark: string; text: string; right: number; y: number }
/** What is said, in the order of the tags. */
export type Said = { tag: string; text: string; scope?: string | undefined; actual: boolean }

/** Takes a PDF apart as a reader of tagged files does, from its structure tree to its letters. */
export function takeApart(pdf: Uint8Array) {
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
export const spoken = (said: Said[], ...tags: string[]) =>
  said.filter(({ tag }) => tags.includes(tag)).map(({ text }) => text)
