import type { Route } from 'next'
import Link from 'next/link'
import { formatCount } from '@/lib/format'
import { Icon } from '../icon'

/** Always on screen where all of one's contributors stand together, as `ActingFor` is where there is one. */
export function AllContributorsBand({ count }: { count: number }) {
  return (
    <div className="acting-for" role="region" aria-label="Per chi stai operando">
      <div className="container">
        <p>
          <Icon name="user" size={20} />
          <span>
            Stai vedendo <strong>tutti i tuoi contribuenti</strong> ({formatCount(count)})
          </span>
        </p>
        <Link href={'/area' as Route} prefetch={false}>
          Operi per…
        </Link>
      </div>
    </div>
  )
}
