import type { ReactNode } from 'react'

type SearchFormProps = {
  /** The list that is searched, and the field in which people are named: it is sealed on its way (`app/ricerca/route.ts`). */
  home: string
  typed: string
  label: string
  /** What else stands in the address. */
  hidden?: Record<string, string>
  children: ReactNode
}

/** A search for people: posted, so that no name and no codice fiscale stands in an address. */
export function SearchForm({ home, typed, label, hidden = {}, children }: SearchFormProps) {
  return (
    <form className="filters" action="/ricerca" method="post" role="search" aria-label={label}>
      {Object.entries({ vai: home, riservato: typed, ...hidden }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}
