import type { Metadata } from 'next'
import { Alert } from '@/components/alert'
import { EmptyState } from '@/components/empty-state'
import { FilterForm } from '@/components/form/filter-form'
import { TextField } from '@/components/form/text-field'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { openWords, sealedAddress } from '@/lib/auth/sealed-words'
import { requireOfficer } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { maySearch } from '@/lib/limits/search'
import { listOfficeContributors } from '@/lib/representatives/queries/contributors'
import { readContributorSearch } from '@/lib/representatives/search'
import { DeskFrame } from '../desk-frame'
import { ContributorTable } from './table'

export const metadata: Metadata = { title: 'Contribuenti della sede' }

const home = '/sede/contribuenti'

export default async function OfficeContributorsPage({ searchParams }: PageProps<'/sede/contribuenti'>) {
  const query = await searchParams
  const actor = await requireOfficer()
  const typed = readContributorSearch(openWords(query.contribuente))
  const searched = typed === undefined || (await maySearch(actor))
  const { rows, next } = await listOfficeContributors(
    actor,
    searched ? typed : undefined,
    typeof query.dopo === 'string' && isUuid(query.dopo) ? query.dopo : undefined,
  )
  const addressOf = (extra: Record<string, string>) =>
    sealedAddress(home, { contribuente: typed, ...extra }, 'contribuente')
  return (
    <DeskFrame actor={actor} voice={home} trail={[{ label: 'Contribuenti' }]}>
      <PageTitle lead="Chi può operare per ciascuno: responsabili e deleghe.">Contribuenti della sede</PageTitle>
      <FilterForm
        home={home}
        typed="contribuente"
        label="Cerca un contribuente"
        chosen={{ contribuente: typed }}
        button="Cerca"
      >
        <TextField
          name="contribuente"
          label="Contribuente"
          hint="Codice fiscale o parte del nome"
          defaultValue={typed}
          type="search"
          maxLength={100}
        />
      </FilterForm>
      {!searched && (
        <Alert tone="warning" title="Troppe ricerche">
          Hai cercato molte volte in poco tempo: le parole non sono state usate. Riprova tra un minuto.
        </Alert>
      )}
      {rows.length === 0 ? (
        <EmptyState title="Nessun contribuente trovato">
          Nella tua sede non c’è nessun contribuente con questo codice fiscale o nome.
        </EmptyState>
      ) : (
        <ContributorTable contributors={rows} />
      )}
      <Pager
        by="order"
        newerHref={query.dopo ? addressOf({}) : undefined}
        olderHref={next && addressOf({ dopo: next })}
      />
    </DeskFrame>
  )
}
