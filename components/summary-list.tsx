import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'

export type SummaryRow = {
  term: string
  /** «Non fornito» when there is nothing. */
  value?: ReactNode
  /** Where the answer is changed; `what` completes the link for who hears it alone («Modifica il telefono»). */
  change?: { href: Route | (string & {}); what: string } | undefined
}

/** What is known or was answered, one row each: details of a request, and the page to check before sending. */
export function SummaryList({ rows }: { rows: SummaryRow[] }) {
  return (
    <dl className="summary-list">
      {rows.map(({ term, value, change }) => (
        <div className="summary-list-row" key={term}>
          <dt>{term}</dt>
          <dd>{value || <span className="text-muted">Non fornito</span>}</dd>
          {change && (
            <dd>
              <Link href={change.href as Route} prefetch={false}>
                Modifica<span className="visually-hidden"> {change.what}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
