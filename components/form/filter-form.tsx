import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { SubmitButton } from './submit-button'

type FilterFormProps = {
  /** The list that is narrowed. */
  home: string
  label: string
  /** What the list is narrowed by: the form begins anew when it changes. */
  chosen: Record<string, unknown>
  /** The field in which people are named. The form is then posted, and what is typed there is sealed on its way to the
   * address (`app/ricerca/route.ts`): no name and no codice fiscale stands in it. */
  typed?: string
  /** What else stands in the address, and stays when the filters go. */
  hidden?: Record<string, string>
  button?: string
  /** Many fields: on a phone they are unfolded by whoever wants them, or by something chosen. */
  folded?: boolean
  children: ReactNode
}

/** What narrows a list, with scripts off too: it stands in the address, can be kept and sent to a colleague. */
export function FilterForm(props: FilterFormProps) {
  const { home, label, chosen, typed, hidden = {}, button = 'Filtra', folded = false, children } = props
  const narrowed = Object.values(chosen).some(Boolean)
  const carried = typed ? { vai: home, riservato: typed, ...hidden } : hidden
  const fields = (
    <div className="filters-fields">
      {children}
      <div className="filters-actions">
        <SubmitButton look="secondary">{button}</SubmitButton>
        {narrowed && (
          <Link className="btn btn-link" href={withoutFilters(home, hidden)} prefetch={false}>
            Togli i filtri
          </Link>
        )}
      </div>
    </div>
  )
  return (
    <form
      className="filters"
      action={typed ? '/ricerca' : home}
      method={typed ? 'post' : 'get'}
      role="search"
      aria-label={label}
      key={JSON.stringify(chosen)}
    >
      {Object.entries(carried).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {folded ? (
        <details open={narrowed}>
          <summary>{label}</summary>
          {fields}
        </details>
      ) : (
        fields
      )}
    </form>
  )
}

const withoutFilters = (home: string, kept: Record<string, string>) =>
  (Object.keys(kept).length > 0 ? `${home}?${new URLSearchParams(kept)}` : home) as Route
