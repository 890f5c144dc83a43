import type { Route } from 'next'
import Link from 'next/link'

export type Trail = { label: string; href?: Route | (string & {}) | undefined }[]

/** Where the page stands; the last step is the page itself and is not a link. */
export function Breadcrumb({ trail }: { trail: Trail }) {
  return (
    <nav aria-label="Percorso di navigazione">
      <ol className="breadcrumb">
        {trail.map((step, index) =>
          index === trail.length - 1 || !step.href ? (
            <li
              key={step.label}
              className="breadcrumb-item active"
              aria-current={index === trail.length - 1 ? 'page' : undefined}
            >
              {step.label}
            </li>
          ) : (
            <li key={step.label} className="breadcrumb-item">
              <Link href={step.href as Route} prefetch={false}>
                {step.label}
              </Link>
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}
