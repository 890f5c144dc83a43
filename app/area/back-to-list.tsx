import type { Route } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { listBehind } from '@/lib/portfolio/back'

/** «Torna all’elenco», for who came into a contributor's pages from a list over all of theirs. */
export async function BackToList() {
  const href = listBehind((await headers()).get('x-portal-address'))
  if (!href) return null
  return (
    <div className="back-to-list">
      <div className="container">
        <Link href={href as Route} prefetch={false}>
          Torna all’elenco
        </Link>
      </div>
    </div>
  )
}
