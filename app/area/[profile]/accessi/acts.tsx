import { EmptyState } from '@/components/empty-state'
import { SelectField } from '@/components/form/select-field'
import { FilterForm } from '@/components/form/filter-form'
import { Pager } from '@/components/pager'
import type { ContributorSide } from '@/lib/auth/actor'
import type { ActFilters } from '@/lib/transparency/filters'
import { actKinds, kindLabels } from '@/lib/transparency/kinds'
import { listPeople } from '@/lib/transparency/queries/accesses'
import { listActs } from '@/lib/transparency/queries/record'
import { ActTable } from './act-table'

type ActsProps = { actor: ContributorSide; filters: ActFilters; before: number | undefined }

/** «Chi ha letto e scritto»: the record of the contributor, the last done first. */
export async function Acts({ actor, filters, before }: ActsProps) {
  const [people, page] = await Promise.all([listPeople(actor), listActs(actor, filters, before)])
  const home = `/area/${actor.contributorId}/accessi`
  const chosen = Object.entries(filters).filter((pair): pair is [string, string] => pair[1] !== undefined)
  const addressOf = (extra: Record<string, string>) =>
    `${home}?${new URLSearchParams([...chosen, ...Object.entries(extra)])}#chi-ha-letto`
  return (
    <section aria-labelledby="chi-ha-letto">
      <h2 id="chi-ha-letto">Chi ha letto e scritto</h2>
      <FilterForm home={home} label="Filtra che cosa è stato fatto" chosen={filters}>
        <SelectField
          name="chi"
          label="Chi"
          emptyLabel="Tutti"
          defaultValue={filters.chi ?? ''}
          options={[
            ...people.map(({ id, firstName, lastName }) => ({ value: id, label: `${lastName} ${firstName}` })),
            { value: 'sede', label: 'La sede' },
            { value: 'portale', label: 'Il portale' },
          ]}
        />
        <SelectField
          name="cosa"
          label="Che cosa"
          emptyLabel="Tutto"
          defaultValue={filters.cosa ?? ''}
          options={actKinds.map((kind) => ({ value: kind, label: kindLabels[kind] }))}
        />
      </FilterForm>
      {page.rows.length > 0 ? (
        <ActTable acts={page.rows} profile={actor.contributorId} />
      ) : (
        <EmptyState title={chosen.length > 0 || before ? 'Niente con questi filtri' : 'Ancora niente'}>
          Qui trovi ogni lettura e ogni invio, con la persona che l’ha fatto.
        </EmptyState>
      )}
      <Pager
        newerHref={before ? addressOf({}) : undefined}
        olderHref={page.next ? addressOf({ dopo: String(page.next) }) : undefined}
      />
    </section>
  )
}
