import { Alert } from '@/components/alert'
import { DateTime } from '@/components/date-time'
import { PageTitle } from '@/components/layout/page-title'
import { kindLabel } from '@/lib/notices/kinds'
import { EnvelopeFacts, type FoundNotice } from './envelope'

/** The envelope for a partial delegate: letters do not tell one worker's part from another's, so they never open (domain.md §3.9). */
export function Sealed({ notice }: { notice: FoundNotice }) {
  return (
    <>
      <PageTitle lead="Di questa comunicazione vedi chi la manda, a che cosa si riferisce ed entro quando va definita.">
        {kindLabel(notice.kind)}
      </PageTitle>
      <EnvelopeFacts notice={notice} />
      <Alert tone="info" title="La tua delega è parziale">
        <p>
          La comunicazione riguarda tutta la posizione di <strong>{notice.denomination}</strong>, non solo i
          collaboratori della tua delega: per questo non vedi contenuto e importi e non puoi rispondere. Può leggerla
          chi opera per tutta la posizione: il legale rappresentante, l’altro responsabile, chi ha una delega totale.
        </p>
        <p>
          {notice.firstReadAt ? (
            <>
              È già stata letta per il contribuente il <DateTime at={notice.firstReadAt} show="date" />.
            </>
          ) : (
            'Nessuno l’ha ancora letta per il contribuente: se serve, avvisalo tu.'
          )}
        </p>
      </Alert>
    </>
  )
}
