import 'server-only'
import { begin, small } from './blocks'
import {
  colours,
  decorateText,
  heightOf,
  keepTogether,
  left,
  type Paper,
  type Place,
  rule,
  type Style,
  textWidth,
  write,
} from './paper'

export type TableColumn = {
  header: string
  /** Share of the paper's width: the columns of a table divide it in proportion. */
  share: number
  /** Amounts and counts stand to the right. */
  numeric?: boolean
}

const cell: Style = { face: 'regular', size: 9, colour: colours.ink, lineGap: 0.5 }
const strong: Style = { ...cell, face: 'bold' }
const headings: Style = { ...small, face: 'bold', size: 8.5 }
const gap = 8

/**
 * A table of figures: the first cell of each row is its heading, the last row its total if it has one. A row stays whole; a
 * new page repeats the headings of the columns.
 * @param total one text for each column, empty where nothing adds up
 */
export function table(paper: Paper, columns: readonly TableColumn[], rows: string[][], total?: string[]) {
  const { doc } = paper
  const places = placesOf(columns)
  const element = begin(paper, 'Table')
  const headHeight = Math.max(...columns.map(({ header }, at) => heightOf(paper, header, headings, places[at]!.width)))
  const heightOfRow = (texts: string[], style: Style) =>
    Math.max(0, ...texts.map((text, at) => heightOf(paper, text, style, places[at]!.width)))

  keepTogether(paper, headHeight + heightOfRow(rows[0] ?? total ?? [], cell) + 24)
  const headRow = begin(paper, 'TR', element)
  const top = doc.y
  columns.forEach(({ header }, at) =>
    write(paper, headRow, 'TH', header, headings, { ...places[at]!, y: top }, { scope: 'Column' }),
  )
  underline(paper, top + headHeight)

  const addRow = (texts: string[], style: Style) => {
    const height = heightOfRow(texts, style)
    if (keepTogether(paper, height + 10)) {
      columns.forEach(({ header }, at) => repeat(paper, header, { ...places[at]!, y: doc.y }))
      underline(paper, doc.y + headHeight)
    }
    const y = doc.y + 4
    const row = begin(paper, 'TR', element)
    texts.forEach((text, at) => {
      if (text === '') begin(paper, at === 0 ? 'TH' : 'TD', row)
      else if (at === 0) write(paper, row, 'TH', text, style, { ...places[at]!, y }, { scope: 'Row' })
      else write(paper, row, 'TD', text, style, { ...places[at]!, y })
    })
    doc.y = y + height + 4
    rule(paper, doc.y)
  }
  for (const texts of rows) addRow(texts, cell)
  if (total) addRow(total, strong)
  doc.y += 6
}

function placesOf(columns: readonly TableColumn[]) {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const room = textWidth - gap * (columns.length - 1)
  let x = left
  return columns.map(({ share, numeric }): Omit<Place, 'y'> => {
    const width = (share / shares) * room
    const place = { x, width, align: numeric ? ('right' as const) : ('left' as const) }
    x += width + gap
    return place
  })
}

function underline(paper: Paper, y: number) {
  paper.doc.y = y + 3
  rule(paper, paper.doc.y, colours.muted)
}

/** A heading said already is only shown again: long ones as they were broken the first time. */
function repeat(paper: Paper, header: string, { y, ...place }: Place) {
  let line = ''
  let top = y
  const put = () => {
    decorateText(paper, line, headings, { ...place, y: top })
    top += heightOf(paper, line, headings, place.width)
  }
  for (const word of header.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && heightOf(paper, longer, headings, place.width) > heightOf(paper, line, headings, place.width)) {
      put()
      line = word
    } else line = longer
  }
  put()
}
