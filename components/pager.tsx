import type { Route } from 'next'
import Link from 'next/link'
import { Icon } from './icon'

type Href = Route | (string & {}) | undefined

/** Turns the pages of a keyset list; nothing when there is one page only. */
export function Pager({ newerHref, olderHref }: { newerHref?: Href; olderHref?: Href }) {
  if (!newerHref && !olderHref) return null
  return (
    <nav className="pager" aria-label="Pagine dell’elenco">
      {newerHref && (
        <Link className="btn btn-outline-primary btn-icon" href={newerHref as Route} prefetch={false} rel="prev">
          <Icon name="arrow-left" /> <span>Più recenti</span>
        </Link>
      )}
      {olderHref && (
        <Link
          className="btn btn-outline-primary btn-icon pager-older"
          href={olderHref as Route}
          prefetch={false}
          rel="next"
        >
          <span>Meno recenti</span> <Icon name="arrow-right" />
        </Link>
      )}
    </nav>
  )
}
