import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { EmptyState } from '@/components/empty-state'
import { PageBody } from '@/components/layout/page-body'
import { PageTitle } from '@/components/layout/page-title'
import { requirePerson } from '@/lib/auth/session'
import { listContributors } from '@/lib/contributors/queries'

export const metadata: Metadata = { title: 'Operi per…' }

export default async function ChooseContributorPage() {
  const contributors = await listContributors(await requirePerson())
  const [only, another] = contributors
  if (only && !another) redirect(`/area/${only.id}`)
  return (
    <PageBody trail={[{ label: 'Il servizio', href: '/' }, { label: 'Operi per…' }]}>
      {only ? (
        <>
          <PageTitle lead="Scegli il contribuente: resterà scritto in alto in ogni pagina.">Operi per…</PageTitle>
          <ul className="choice-list">
            {contributors.map(({ id, denomination, codiceFiscale, officeName }) => (
              <li key={id}>
                <Link href={`/area/${id}` as Route} prefetch={false}>
                  <strong>{denomination}</strong>
                  <span>
                    C.F. {codiceFiscale} · Sede di {officeName}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <PageTitle>Operi per…</PageTitle>
          <EmptyState title="Non risulta nessun contribuente">
            Al tuo codice fiscale non è collegato nessun committente. Se ne rappresenti uno, chiedi alla sua sede di
            registrarti come legale rappresentante.
          </EmptyState>
        </>
      )}
    </PageBody>
  )
}
