import PDFDocument from 'pdfkit'

/** A one-page PDF that says what it stands for. */
export async function samplePdf(title: string, lines: string[]) {
  const document = new PDFDocument({ size: 'A5', margin: 40, info: { Title: title } })
  const pieces: Buffer[] = []
  document.on('data', (piece: Buffer) => pieces.push(piece))
  document.fontSize(16).text(title).moveDown()
  for (const line of lines) document.fontSize(11).text(line)
  document.end()
  await new Promise((resolve) => document.once('end', resolve))
  return new Uint8Array(Buffer.concat(pieces))
}

export const sampleCsv = (rows: string[][]) => new TextEncoder().encode(rows.map((row) => row.join(';')).join('\r\n'))
