import 'server-only'
import type { Figure, Section } from '@/db/application-content'
import { facts, heading, prose } from '@/lib/paper/blocks'
import type { Paper } from '@/lib/paper/paper'
import { table } from '@/lib/paper/table'
import { describeAnswer } from '@/lib/questions/schema'

/** What an istanza, or its decision, contains, group by group, on paper: an IBAN by its ends. */
export function sections(paper: Paper, groups: readonly Section[]) {
  for (const { title, facts: answered, table: rows } of groups) {
    if (answered.length === 0 && !rows?.rows.length) continue
    heading(paper, title)
    if (answered.length > 0)
      facts(
        paper,
        answered.map((fact) => ({ term: fact.label, value: describeAnswer(fact, fact.value) })),
      )
    if (rows?.rows.length) {
      const amounts = new Set(rows.rows.flat().flatMap(({ kind, label }) => (kind === 'amount' ? [label] : [])))
      paper.doc.y += 6
      table(
        paper,
        rows.headers.map((header) => ({ header, share: 1, numeric: amounts.has(header) })),
        rows.rows.map((cells) =>
          rows.headers.map((header) => {
            const cell = cells.find(({ label }) => label === header)
            return cell ? describeAnswer(cell, cell.value) : ''
          }),
        ),
      )
    }
  }
}

/** What the portal worked out, each sum with its rule, on paper. */
export function figures(paper: Paper, sums: readonly Figure[]) {
  for (const { title, source, lines, table: rows } of sums) {
    heading(paper, title)
    if (lines.length > 0) facts(paper, lines)
    if (rows) {
      paper.doc.y += 6
      table(
        paper,
        rows.headers.map((header, at) => ({ header, share: 1, numeric: at > 0 })),
        rows.rows,
      )
    }
    paper.doc.y += 4
    prose(paper, `Regola: ${source}`, 'note')
  }
}
