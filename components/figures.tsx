import type { Figure } from '@/db/application-content'
import { DataTable } from './data-table'
import { SummaryList } from './summary-list'

type FiguresProps = {
  figures: readonly Figure[]
  /** Prefix of the ids of its headings, where a page has more than one lot of them. */
  id?: string
  level?: 2 | 3
}

/** What the portal worked out, each sum with the rule it comes from. */
export function Figures({ figures, id = 'calcolo', level = 2 }: FiguresProps) {
  const Heading = `h${level}` as const
  return figures.map(({ title, source, lines, table }, place) => (
    <section key={title} className="figure-sum" aria-labelledby={`${id}-${place}`}>
      <Heading id={`${id}-${place}`}>{title}</Heading>
      {lines.length > 0 && <SummaryList rows={lines} />}
      {table && (
        <DataTable
          caption={title}
          quietCaption
          columns={table.headers.map((header, column) => ({ key: String(column), header, numeric: column > 0 }))}
          rows={table.rows.map((cells, row) => ({
            key: String(row),
            cells: Object.fromEntries(cells.map((cell, column) => [String(column), cell])),
          }))}
        />
      )}
      <p className="figure-source">Regola: {source}</p>
    </section>
  ))
}
