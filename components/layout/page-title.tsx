import type { ReactNode } from 'react'

/** The one h1 of a page. It can take focus: the section menu's skip link leads here. */
export function PageTitle({ children, lead }: { children: ReactNode; lead?: ReactNode }) {
  return (
    <div className="page-title">
      <h1 id="titolo" tabIndex={-1}>
        {children}
      </h1>
      {lead && <p className="lead">{lead}</p>}
    </div>
  )
}
