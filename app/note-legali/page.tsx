import type { Metadata } from 'next'
import { PageBody } from '@/components/layout/page-body'
import { PageTitle } from '@/components/layout/page-title'

export const metadata: Metadata = { title: 'Note legali' }

export default function LegalNotesPage() {
  return (
    <PageBody trail={[{ label: 'Il servizio', href: '/' }, { label: 'Note legali' }]}>
      <PageTitle>Note legali</PageTitle>
      <div className="prose">
        <h2>Che cos’è questo portale</h2>
        <p>
          È un progetto indipendente, a codice aperto, che realizza il servizio descritto nel messaggio INPS n. 6838 del
          6 novembre 2015: «Cassetto Previdenziale per i Committenti della Gestione Separata – Sezione Comunicazione
          bidirezionale».
        </p>
        <p>
          <strong>Non è il sito ufficiale dell’INPS</strong>, non è gestito dall’Istituto e non ne usa il logo. I
          servizi dell’Istituto sono su <a href="https://www.inps.it">www.inps.it</a>.
        </p>

        <h2>Valore di ciò che invii</h2>
        <p>
          Il numero di protocollo e la ricevuta portano la data e l’ora dell’invio. Nessuna richiesta inviata viene
          cancellata o modificata: le correzioni sono nuovi messaggi nella stessa conversazione.
        </p>
        <p>
          Che un invio produca effetti verso l’amministrazione dipende da chi ha messo in servizio questa installazione:
          in un’installazione dimostrativa persone, aziende e richieste sono inventate e nulla arriva a una sede reale.
        </p>

        <h2>Licenze</h2>
        <p>
          Il codice è pubblicato con la licenza EUPL-1.2. L’aspetto usa Bootstrap Italia 2.18.3 e i suoi disegni
          (BSD-3-Clause) e il carattere Titillium Web (SIL Open Font License 1.1), serviti da questo stesso sito.
        </p>

        <h2>Collegamenti ad altri siti</h2>
        <p>I siti a cui rimandano queste pagine sono sotto la responsabilità di chi li pubblica.</p>
      </div>
    </PageBody>
  )
}
