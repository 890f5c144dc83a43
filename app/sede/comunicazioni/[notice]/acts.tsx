import type { Route } from 'next'
import Link from 'next/link'
import type { NoticeAct } from '@/db/vocabulary'
import { officeActs } from './office-acts'

/** What the officer may do now: the rules say it, the page only draws it. */
export function DeskNoticeActs({ here, can }: { here: string; can: (act: NoticeAct) => boolean }) {
  return (
    <div className="button-row desk-acts no-print">
      {officeActs
        .filter(({ act }) => can(act))
        .map(({ segment, label }) => (
          <Link key={segment} className="btn btn-outline-primary" href={`${here}/${segment}` as Route} prefetch={false}>
            {label}
          </Link>
        ))}
      {can('correct') && (
        <Link className="btn btn-outline-primary" href={`${here}/correggi` as Route} prefetch={false}>
          Correggi
        </Link>
      )}
      {/* A plain link: the answer is a file. */}
      <a className="btn btn-link" href={`${here}/pdf`}>
        Scarica il PDF
      </a>
    </div>
  )
}
