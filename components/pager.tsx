import type { Route } from 'next'
import Link from 'next/link'
import { Icon } from './icon'

type Href = Route | (string & {}) | undefined

/** How the two ways are called: in a list by term what comes after is not older. */
const ways = {
  time: { newer: 'Più recenti', older: 'Meno recenti' },
  order: { newer: 'Dall’inizio', older: 'Continua' },
}

type PagerProps = {
  newerHref?: Href
  olderHref?: Href
  by?: keyof typeof ways
  /** Where a page has more than one list. */
  label?: string
}

/** Turns the pages of a keyset list; nothing when there is one page only. */
export function Pager({ newerHref, olderHref, by = 'time', label = 'Pagine dell’elenco' }: PagerProps) {
  if (!newerHref && !olderHref) return null
  return (
    <nav className="pager" aria-label={label}>
      {newerHref && (
        <Link className="btn btn-outline-primary btn-icon" href={newerHref as Route} prefetch={false} rel="prev">
          <Icon name="arrow-left" /> <span>{ways[by].newer}</span>
        </Link>
      )}
      {olderHref && (
        <Link
          className="btn btn-outline-primary btn-icon pager-older"
          href={olderHref as Route}
          prefetch={false}
          rel="next"
        >
          <span>{ways[by].older}</span> <Icon name="arrow-right" />
        </Link>
      )}
    </nav>
  )
}
