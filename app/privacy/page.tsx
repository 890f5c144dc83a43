import type { Metadata } from 'next'
import { PageBody } from '@/components/layout/page-body'
import { PageTitle } from '@/components/layout/page-title'

export const metadata: Metadata = { title: 'Privacy' }

export default function PrivacyPage() {
  return (
    <PageBody trail={[{ label: 'Il servizio', href: '/' }, { label: 'Privacy' }]}>
      <PageTitle lead="Quali dati tratta il portale, perché, per quanto tempo e che cosa puoi chiedere (articoli 13 e 14 del regolamento UE 2016/679).">
        Privacy
      </PageTitle>
      <div className="prose">
        <h2>Chi tratta i dati</h2>
        <p>
          Titolare del trattamento è l’ente che ha messo in servizio questa installazione. Prima dell’avvio deve
          scrivere in questa pagina i propri recapiti e quelli del responsabile della protezione dei dati. Se non li
          trovi, questa è un’installazione dimostrativa: i dati sono inventati e non devi inserire quelli di persone
          reali.
        </p>

        <h2>Quali dati e perché</h2>
        <ul>
          <li>
            <strong>Per farti entrare</strong>: codice fiscale, nome, impronta del PIN (mai il PIN), momento e indirizzo
            di rete degli accessi.
          </li>
          <li>
            <strong>Per rispondere alle richieste</strong>: quello che scrivi, i documenti che alleghi, i recapiti che
            indichi, il contribuente per cui operi.
          </li>
          <li>
            <strong>Per dimostrare che cosa è successo</strong>: un registro di chi ha fatto che cosa e quando, anche
            tra gli operatori della sede.
          </li>
        </ul>
        <p>
          La base giuridica è lo svolgimento di un compito di interesse pubblico (articolo 6, paragrafo 1, lettera e),
          non il consenso. Quello che chiediamo per e-mail e SMS è una preferenza sui recapiti: puoi cambiarla a ogni
          richiesta.
        </p>
        <p>
          Nel testo e negli allegati non inserire dati sulla salute, sull’appartenenza sindacale o su altre persone, se
          non sono necessari.
        </p>

        <h2>Chi li vede</h2>
        <p>
          Chi opera per lo stesso contribuente con un titolo valido e gli operatori della sede che segue la richiesta.
          Gli avvisi per e-mail e SMS passano dai rispettivi fornitori e non contengono mai il contenuto delle
          richieste. I dati non sono venduti né usati per profilarti.
        </p>

        <h2>Per quanto tempo</h2>
        <ul>
          <li>bozze: 30 giorni dall’ultima modifica</li>
          <li>registro degli accessi e delle operazioni: 24 mesi</li>
          <li>
            richieste, risposte, allegati e ricevute: almeno 5 anni, poi secondo il piano di conservazione del titolare
          </li>
        </ul>

        <h2>Cookie</h2>
        <p>
          Il portale usa solo cookie tecnici, quelli che servono a tenerti dentro dopo l’accesso. Non c’è nulla da
          accettare o rifiutare, e nessuna risorsa è caricata da altri siti.
        </p>

        <h2>Che cosa puoi chiedere</h2>
        <p>
          Puoi chiedere al titolare di accedere ai tuoi dati, correggerli, limitarne l’uso od opporti (articoli 15–22
          del regolamento). Se ritieni che il trattamento violi le regole puoi rivolgerti al{' '}
          <a href="https://www.garanteprivacy.it">Garante per la protezione dei dati personali</a>.
        </p>
      </div>
    </PageBody>
  )
}
