import type { Metadata } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { OneButtonForm } from '@/components/form/one-button-form'
import { PersonFrame } from '@/app/person-frame'
import { PageTitle } from '@/components/layout/page-title'
import { listSessions } from '@/lib/auth/queries'
import { requirePerson } from '@/lib/auth/session'
import { endSessionAction } from './action'

export const metadata: Metadata = { title: 'Sessioni attive' }

const columns = [
  { key: 'browser', header: 'Dove' },
  { key: 'startedAt', header: 'Accesso' },
  { key: 'lastSeenAt', header: 'Ultima attività' },
  { key: 'end', header: 'Termina' },
] as const

export default async function SessionsPage() {
  const actor = await requirePerson()
  const sessions = await listSessions(actor)
  return (
    <PersonFrame voice="/sessioni">
      <PageTitle lead="Dove il tuo accesso è aperto adesso. Se non riconosci una sessione, terminala e cambia il PIN.">
        Sessioni attive
      </PageTitle>
      <DataTable
        caption="Le tue sessioni"
        quietCaption
        columns={columns}
        rows={sessions.map(({ id, browser, startedAt, lastSeenAt, current }) => ({
          key: id,
          cells: {
            browser: current ? `${browser} (questa)` : browser,
            startedAt: <DateTime at={startedAt} />,
            lastSeenAt: <DateTime at={lastSeenAt} />,
            end: current ? (
              'Usa «Esci»'
            ) : (
              <OneButtonForm
                action={endSessionAction}
                hidden={{ sessionId: id }}
                look="danger"
                what={`la sessione ${browser}`}
              >
                Termina
              </OneButtonForm>
            ),
          },
        }))}
      />
      <p>
        <Link className="btn btn-outline-primary" href="/accesso/nuovo-pin">
          Cambia il PIN
        </Link>
      </p>
    </PersonFrame>
  )
}
