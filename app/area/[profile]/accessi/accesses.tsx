import type { Route } from 'next'
import Link from 'next/link'
import type { ContributorSide } from '@/lib/auth/actor'
import { listAccesses } from '@/lib/transparency/queries/accesses'
import { AccessTable } from './access-table'

/** «Chi può vedere questa posizione». */
export async function Accesses({ actor }: { actor: ContributorSide }) {
  const accesses = await listAccesses(actor)
  return (
    <section aria-labelledby="chi-vede">
      <h2 id="chi-vede">Chi può vedere questa posizione</h2>
      <p>
        Per togliere un accesso revoca la delega, in{' '}
        <Link href={`/area/${actor.contributorId}/deleghe` as Route} prefetch={false}>
          Deleghe
        </Link>
        . Oltre a queste persone la vedono solo gli operatori della sede competente.
      </p>
      <AccessTable accesses={accesses} profile={actor.contributorId} />
    </section>
  )
}
