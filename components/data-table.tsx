import type { ReactNode } from 'react'

export type Column = { key: string; header: string; numeric?: boolean }
export type Row = {
  key: string
  /** What stands under each column, by the column's key. */
  cells: Record<string, ReactNode>
  /** Marks the row at its edge; the words that say why belong in a cell. */
  fresh?: boolean
}

type DataTableProps = {
  caption: ReactNode
  /** The first column names the row. */
  columns: readonly Column[]
  rows: readonly Row[]
  /** Leaves the caption to screen readers, when a heading above says the same. */
  quietCaption?: boolean
}

/**
 * A table that becomes a list of cards on a narrow screen, each value with its header before it. The roles are written
 * out because the cards' layout makes browsers forget that it is a table. A list is mostly cells, and React draws each
 * element twice: a cell is one.
 */
export function DataTable({ caption, columns, rows, quietCaption }: DataTableProps) {
  const [first, ...others] = columns
  if (!first) return null
  return (
    <div className="data-table-room">
      <table className="data-table" role="table">
        <caption className={quietCaption ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ key, header, numeric }) => (
              <th key={key} role="columnheader" scope="col" className={numeric ? 'is-number' : undefined}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.key} role="row" className={row.fresh ? 'is-fresh' : undefined}>
              <th role="rowheader" scope="row">
                {row.cells[first.key]}
              </th>
              {others.map(({ key, header, numeric }) => (
                <td key={key} role="cell" className={numeric ? 'is-number' : undefined} data-label={header}>
                  {row.cells[key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
