import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { printable } from './printable'

/** The letters of the portal's own pages, shipped by bootstrap-italia: Titillium Web (OFL 1.1), Roboto Mono (Apache 2.0). */
const faces = {
  regular: 'Titillium_Web/titillium-web-v10-latin-ext_latin-regular.ttf',
  bold: 'Titillium_Web/titillium-web-v10-latin-ext_latin-600.ttf',
  mono: 'Roboto_Mono/roboto-mono-v13-latin-ext_latin-regular.ttf',
}

export const colours = { ink: '#17324d', blue: '#0059b3', muted: '#435a70', rule: '#c5cfd9', box: '#eef4fb' }

/** Sizes and places are in points, 72 to the inch, from the upper left corner of the page. */
export type Style = { face: keyof typeof faces; size: number; colour: string; lineGap?: number }
export type Place = { x: number; y: number; width: number; align?: 'left' | 'right' }
export type Element = PDFKit.PDFStructureElement
export type Paper = {
  doc: PDFKit.PDFDocument
  root: Element
  hasGlyph: (codePoint: number) => boolean
  /** Whether something was written with the `unprintable` sign so far. */
  replaced: boolean
}

const margins = { top: 56, bottom: 76, left: 56, right: 56 }
export const left = margins.left
export const textWidth = 595.28 - margins.left - margins.right

// The types of pdfkit do not know of this subset, which pdfkit itself has had since 0.15.
const accessible: string = 'PDF/UA'

/** An A4 tagged document (PDF/UA-1, PDF 1.7) with its letters embedded. Refuses to begin without the font files. */
export async function openPaper(info: PDFKit.DocumentInfo): Promise<Paper> {
  const fonts = await Promise.all(
    Object.entries(faces).map(async ([face, file]) => {
      const bytes = await readFile(path.join(process.cwd(), 'node_modules/bootstrap-italia/dist/fonts', file))
      return [face, bytes] as const
    }),
  )
  const doc = new PDFDocument({
    size: 'A4',
    margins,
    pdfVersion: '1.7',
    subset: accessible as PDFKit.Mixins.PDFSubsets,
    tagged: true,
    lang: 'it-IT',
    displayTitle: true,
    bufferPages: true,
    info,
  })
  for (const [face, bytes] of fonts) doc.registerFont(face, bytes)
  const root = doc.struct('Document')
  doc.addStructure(root)
  return { doc, root, hasGlyph: glyphsOf(doc), replaced: false }
}

/** Which characters the letters cover: pdfkit keeps it behind a field of its own. */
function glyphsOf(doc: PDFKit.PDFDocument) {
  doc.font('regular')
  const { _font } = doc as unknown as { _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } } }
  return (codePoint: number) => _font.font.hasGlyphForCodePoint(codePoint)
}

function pick({ doc }: Paper, { face, size, colour }: Style) {
  doc.font(face).fontSize(size).fillColor(colour)
}

/** Writes a text and tags it; a text longer than the page goes on at the top of the next. `doc.y` is then below it. */
export function write(
  paper: Paper,
  parent: Element,
  tag: string,
  text: string,
  style: Style,
  { x, y, ...flow }: Place,
  attributes: { scope?: 'Row' | 'Column'; actual?: string } = {},
) {
  const { shown, actual, replaced } = printable(text, paper.hasGlyph)
  paper.replaced ||= replaced
  if (actual !== undefined) attributes = { ...attributes, actual }
  const draw = () => {
    pick(paper, style)
    // A line's end leaves no trace in the page: without a blank, whoever listens hears two words as one.
    paper.doc.text(shown.replace(/(?<!\s)\n/g, ' \n'), x, y, { ...flow, lineGap: style.lineGap })
  }
  parent.add(paper.doc.struct(tag, attributes, draw))
}

/** Draws what is no content, and what a screen reader must not say: rules, fills, page numbers. */
export function decorate({ doc }: Paper, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout') {
  const { x, y } = doc
  doc.markContent('Artifact', { type })
  draw()
  doc.endMarkedContent()
  Object.assign(doc, { x, y })
}

/** A line of letters that is no content, at one place; never wraps, never turns the page. */
export function decorateText(paper: Paper, text: string, style: Style, { x, y, width, align }: Place) {
  decorate(
    paper,
    () => {
      pick(paper, style)
      const start = align === 'right' ? x + width - paper.doc.widthOfString(text) : x
      paper.doc.text(text, start, y, { lineBreak: false })
    },
    'Pagination',
  )
}

export function rule(paper: Paper, y: number, colour = colours.rule, thickness = 0.5) {
  decorate(paper, () => {
    paper.doc
      .moveTo(left, y)
      .lineTo(left + textWidth, y)
      .lineWidth(thickness)
      .stroke(colour)
  })
}

/** The height in points that a text would take. */
export function heightOf(paper: Paper, text: string, style: Style, width: number) {
  pick(paper, style)
  return paper.doc.heightOfString(printable(text, paper.hasGlyph).shown, { width, lineGap: style.lineGap })
}

/** Turns the page unless `height` points are left on it. @returns whether it turned */
export function keepTogether({ doc }: Paper, height: number) {
  const turns = doc.y + height > doc.page.maxY()
  if (turns) doc.addPage()
  return turns
}

/** Numbers the pages and gives the document's bytes. */
export async function closePaper(paper: Paper, footer: string) {
  const { doc } = paper
  const { count } = doc.bufferedPageRange()
  const small: Style = { face: 'regular', size: 8.5, colour: colours.muted }
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page)
    const y = doc.page.height - 50
    rule(paper, y - 6)
    decorateText(paper, footer, small, { x: left, y, width: textWidth })
    decorateText(paper, `pagina ${page + 1} di ${count}`, small, { x: left, y, width: textWidth, align: 'right' })
  }
  doc.end()
  return new Uint8Array(await buffer(doc))
}
