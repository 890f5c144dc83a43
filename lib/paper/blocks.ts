import 'server-only'
import { formatBytes } from '@/lib/format'
import {
  type Element,
  type Paper,
  type Style,
  colours,
  decorate,
  decorateText,
  heightOf,
  keepTogether,
  left,
  rule,
  textWidth,
  write,
} from './paper'

const { ink, blue, muted, box } = colours
export const body: Style = { face: 'regular', size: 10.5, colour: ink, lineGap: 0.5 }
const note: Style = { face: 'regular', size: 9.5, colour: muted, lineGap: 0.5 }
export const small: Style = { face: 'regular', size: 9, colour: muted }
const fingerprint: Style = { face: 'mono', size: 8, colour: ink }

/** Whose paper it is: the portal's, with no logo of the Institute. */
export function letterhead(paper: Paper) {
  const { doc, root } = paper
  write(
    paper,
    root,
    'P',
    'Cassetto Committenti',
    { face: 'bold', size: 16, colour: blue },
    { x: left, y: 44, width: 260 },
  )
  const second = doc.y - 3
  write(paper, root, 'P', 'Comunicazione bidirezionale', small, { x: left, y: second, width: 260 })
  write(paper, root, 'P', 'Documento prodotto dal portale Cassetto Committenti', small, {
    x: left + 220,
    y: second,
    width: textWidth - 220,
    align: 'right',
  })
  rule(paper, doc.y + 7, blue, 2)
  doc.y += 22
}

const at = ({ doc }: Paper) => ({ x: left, y: doc.y, width: textWidth })
const pageCount = ({ doc }: Paper) => doc.bufferedPageRange().count

/** An element that holds others. */
export function begin({ doc, root }: Paper, tag: string, parent: Element = root) {
  const element = doc.struct(tag)
  parent.add(element)
  return element
}

export function title(paper: Paper, text: string) {
  write(paper, paper.root, 'H1', text, { face: 'bold', size: 20, colour: ink }, at(paper))
  paper.doc.y += 8
}

/** The number to quote, and the dates that matter, in a box of their own. */
export function protocolBox(paper: Paper, protocollo: string, dates: { label: string; value: string }[]) {
  const { doc, root } = paper
  const padding = 14
  const inner = { x: left + padding + 4, width: textWidth - 2 * padding - 4 }
  const large: Style = { face: 'bold', size: 22, colour: ink }
  const date: Style = { face: 'bold', size: 11, colour: ink }
  const [labelHeight, numberHeight, ...dateHeights] = [
    heightOf(paper, 'Numero', small, inner.width),
    heightOf(paper, protocollo, large, inner.width),
    ...dates.map(({ value }) => heightOf(paper, value, date, inner.width / dates.length - 8)),
  ] as const
  const top = doc.y
  const second = top + padding + labelHeight + numberHeight + 6
  const bottom = second + labelHeight + Math.max(...dateHeights) + padding
  decorate(paper, () => {
    doc.rect(left, top, textWidth, bottom - top).fill(box)
    doc.rect(left, top, 4, bottom - top).fill(blue)
  })
  write(paper, root, 'P', 'Numero di protocollo', small, { ...inner, y: top + padding })
  write(paper, root, 'P', protocollo, large, { ...inner, y: top + padding + labelHeight - 2 })
  dates.forEach(({ label, value }, index) => {
    const column = { x: inner.x + (index * inner.width) / dates.length, width: inner.width / dates.length - 8 }
    write(paper, root, 'P', label, small, { ...column, y: second })
    write(paper, root, 'P', value, date, { ...column, y: second + labelHeight })
  })
  doc.y = bottom
}

/** @param follows points to keep under the heading on the same page */
export function heading(paper: Paper, text: string, follows = 60) {
  const { doc } = paper
  if (!keepTogether(paper, 40 + follows)) doc.y += 16
  write(paper, paper.root, 'H2', text, { face: 'bold', size: 13, colour: blue }, at(paper))
  doc.y += 3
}

/** Paragraphs are what blank lines part. */
export function prose(paper: Paper, text: string, style: 'body' | 'note' = 'body') {
  for (const paragraph of text.split(/\n\s*\n/)) {
    keepTogether(paper, 30)
    write(paper, paper.root, 'P', paragraph, style === 'body' ? body : note, at(paper))
    paper.doc.y += 5
  }
}

/** Terms and what they are, as a table whose rows have a heading each. A long value goes on over the page. */
export function facts(paper: Paper, rows: { term: string; value: string }[]) {
  const { doc } = paper
  const table = begin(paper, 'Table')
  const termWidth = 150
  const term: Style = { ...body, colour: muted }
  const valueWidth = textWidth - termWidth
  for (const row of rows) {
    const height = Math.max(
      heightOf(paper, row.term, term, termWidth - 12),
      Math.min(heightOf(paper, row.value, body, valueWidth), 90),
    )
    keepTogether(paper, height + 8)
    const top = doc.y + 3
    const pages = pageCount(paper)
    const tr = begin(paper, 'TR', table)
    write(paper, tr, 'TH', row.term, term, { x: left, y: top, width: termWidth - 12 }, { scope: 'Row' })
    const below = doc.y
    write(paper, tr, 'TD', row.value, body, { x: left + termWidth, y: top, width: valueWidth })
    doc.y = (pageCount(paper) === pages ? Math.max(below, doc.y) : doc.y) + 3
    rule(paper, doc.y)
  }
}

const sizeWidth = 70
const nameWidth = textWidth - sizeWidth - 16
const columns = [
  { label: 'Nome del file e impronta SHA-256', x: left, width: nameWidth, align: 'left' },
  { label: 'Dimensione', x: left + textWidth - sizeWidth, width: sizeWidth, align: 'right' },
] as const

/** The files, each with the hash that tells it from any other. A row stays whole; a new page repeats the headings. */
export function files(paper: Paper, attachments: { name: string; size: number; sha256: string }[]) {
  const { doc } = paper
  const headings: Style = { ...small, face: 'bold' }
  const below = (y: number) => {
    doc.y = y + 17
    rule(paper, doc.y, muted)
  }
  const table = begin(paper, 'Table')
  const first = begin(paper, 'TR', table)
  const { y: top } = doc
  for (const { label, ...place } of columns)
    write(paper, first, 'TH', label, headings, { ...place, y: top }, { scope: 'Column' })
  below(top)
  for (const { name, size, sha256 } of attachments) {
    if (keepTogether(paper, heightOf(paper, name, body, nameWidth) + 26)) {
      for (const { label, ...place } of columns) decorateText(paper, label, headings, { ...place, y: doc.y })
      below(doc.y)
    }
    const y = doc.y + 4
    const tr = begin(paper, 'TR', table)
    const cell = begin(paper, 'TD', tr)
    write(paper, cell, 'P', name, body, { x: left, y, width: nameWidth })
    write(paper, cell, 'P', sha256, fingerprint, { x: left, y: doc.y + 1, width: nameWidth })
    const bottom = doc.y + 5
    write(paper, tr, 'TD', formatBytes(size), body, { ...columns[1], y })
    doc.y = bottom
    rule(paper, bottom)
  }
}

export function list(paper: Paper, items: string[]) {
  const { doc } = paper
  const l = begin(paper, 'L')
  for (const item of items) {
    keepTogether(paper, heightOf(paper, item, body, textWidth - 14))
    const { y } = doc
    const li = begin(paper, 'LI', l)
    write(paper, li, 'Lbl', '•', { ...body, colour: blue }, { x: left + 2, y, width: 12 })
    write(paper, li, 'LBody', item, body, { x: left + 14, y, width: textWidth - 14 })
    doc.y += 2
  }
}

export function hash(paper: Paper, sha256: string) {
  keepTogether(paper, 14)
  write(paper, paper.root, 'P', sha256, fingerprint, at(paper))
  paper.doc.y += 8
}
