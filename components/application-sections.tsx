import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Section } from '@/db/application-content'
import type { Fact } from '@/db/question'
import { describeAnswer } from '@/lib/questions/schema'
import { DataTable } from './data-table'
import { SummaryList } from './summary-list'

type ApplicationSectionsProps = {
  sections: readonly Section[]
  /** Where each group is changed, while it is not sent. */
  changeHref?: (step: string) => Route | (string & {})
  /** Of an IBAN all of it, for who must pay on it; by its ends otherwise. */
  wholeIban?: boolean
  /** What the page adds under the title of a group, such as its state. */
  mark?: (step: string) => ReactNode
  level?: 2 | 3
  /** Prefix of the ids of its headings, where a page has more than one lot of them. */
  id?: string
}

/** What an istanza contains, group by group, as it was answered. */
export function ApplicationSections({
  sections,
  changeHref,
  wholeIban,
  mark,
  level = 2,
  id = 'gruppo',
}: ApplicationSectionsProps) {
  const Heading = `h${level}` as const
  const read = (fact: Fact) =>
    wholeIban && fact.kind === 'iban' ? String(fact.value) : describeAnswer(fact, fact.value)
  return sections.map(({ step, title, facts, table }) => (
    <section key={step} className="application-section" aria-labelledby={`${id}-${step}`}>
      <div className="application-section-heading">
        <Heading id={`${id}-${step}`}>{title}</Heading>
        {changeHref && (
          <Link href={changeHref(step) as Route} prefetch={false}>
            Modifica<span className="visually-hidden"> {title}</span>
          </Link>
        )}
      </div>
      {mark?.(step)}
      {facts.length > 0 && <SummaryList rows={facts.map((fact) => ({ term: fact.label, value: read(fact) }))} />}
      {facts.length === 0 && !table && <p>Nessuna risposta.</p>}
      {table && <AnswerTable table={table} read={read} quietCaption={table.legend === title} />}
    </section>
  ))
}

type AnswerTableProps = { table: NonNullable<Section['table']>; read: (fact: Fact) => string; quietCaption: boolean }

/** The rows of a table as they were filled in; a cell left empty stays under its own header. */
function AnswerTable({ table: { legend, headers, rows }, read, quietCaption }: AnswerTableProps) {
  return (
    <DataTable
      caption={legend}
      quietCaption={quietCaption}
      columns={headers.map((header) => ({ key: header, header, numeric: isAmounts(header, rows) }))}
      rows={rows.map((cells, place) => ({
        key: String(place),
        cells: Object.fromEntries(cells.map((cell) => [cell.label, read(cell)])),
      }))}
    />
  )
}

const isAmounts = (header: string, rows: readonly Fact[][]) =>
  rows.some((cells) => cells.some(({ label, kind }) => label === header && kind === 'amount'))
