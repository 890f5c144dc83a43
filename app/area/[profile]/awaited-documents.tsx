import { Alert } from '@/components/alert'
import { DateTime } from '@/components/date-time'
import type { RequestStatus } from '@/db/vocabulary'

type AwaitedDocumentsProps = { status: RequestStatus; documentsDueBy: string | null }

/** What the office asked for, and by when, while it waits for it. */
export function AwaitedDocuments({ status, documentsDueBy }: AwaitedDocumentsProps) {
  if (status !== 'awaiting_documents' || !documentsDueBy) return null
  return (
    <Alert tone="warning" title="La sede aspetta qualcosa da te">
      <p>
        Rispondi con «Integra» entro il{' '}
        <strong>
          <DateTime at={documentsDueBy} show="date" />
        </strong>
        . Intanto il tempo per la risposta è fermo.
      </p>
    </Alert>
  )
}
