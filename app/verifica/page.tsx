import type { Metadata } from 'next'
import { PageBody } from '@/components/layout/page-body'
import { PageTitle } from '@/components/layout/page-title'
import { VerifyForm } from './form'

export const metadata: Metadata = { title: 'Verifica una ricevuta' }

/** Open to anybody: whoever was given a receipt of reading checks it here, and learns nothing that it does not say. */
export default function VerifyPage() {
  return (
    <PageBody trail={[{ label: 'Il servizio', href: '/' }, { label: 'Verifica una ricevuta' }]}>
      <PageTitle lead="Hai ricevuto una ricevuta di lettura? Controlla qui che sia del portale e che nessuno l’abbia cambiata.">
        Verifica una ricevuta
      </PageTitle>
      <div className="form-column">
        <VerifyForm />
        <h2>Che cosa copre il codice</h2>
        <p>
          Il codice copre tutto quello che la ricevuta attesta: il numero della comunicazione, l’impronta di quello che
          dice, chi l’ha letta, per quale contribuente e a quale titolo, la data e l’ora, il posto nel registro del
          portale.
        </p>
        <p>
          Con il solo codice sai che la ricevuta esiste; con il file sai che quella che hai in mano è uguale in ogni
          byte. Questa pagina risponde soltanto «Corrisponde» o «Non corrisponde»: non mostra dati di nessuno.
        </p>
      </div>
    </PageBody>
  )
}
