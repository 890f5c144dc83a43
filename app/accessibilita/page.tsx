import type { Metadata } from 'next'
import Link from 'next/link'
import { PageBody } from '@/components/layout/page-body'
import { PageTitle } from '@/components/layout/page-title'

export const metadata: Metadata = { title: 'Dichiarazione di accessibilità' }

export default function AccessibilityPage() {
  return (
    <PageBody trail={[{ label: 'Il servizio', href: '/' }, { label: 'Dichiarazione di accessibilità' }]}>
      <PageTitle lead="Come stanno queste pagine rispetto ai requisiti di accessibilità, e come segnalare ciò che non va.">
        Dichiarazione di accessibilità
      </PageTitle>
      <div className="prose">
        <p>
          Questa pagina segue i titoli del modello AgID ma{' '}
          <strong>non è una dichiarazione pubblicata su form.agid.gov.it</strong>: quella può compilarla solo il
          responsabile per la transizione digitale di un’amministrazione, e questo portale non è gestito da
          un’amministrazione. Chi lo mette in servizio per una pubblica amministrazione deve sostituirla.
        </p>

        <h2>Stato di conformità</h2>
        <p>
          <strong>Parzialmente conforme</strong> ai requisiti della norma UNI CEI EN 301549. Le pagine sono costruite
          per rispettare le WCAG 2.2 al livello AA; la conformità piena non è dichiarata perché mancano le verifiche
          indicate qui sotto.
        </p>

        <h2>Contenuti non accessibili o non verificati</h2>
        <ul>
          <li>
            <strong>Documenti allegati</strong> da contribuenti e sedi: li prepara chi li invia e il portale li conserva
            come sono.
          </li>
          <li>
            <strong>Tecnologie assistive</strong>: non sono ancora state fatte prove sistematiche con lettori di schermo
            né con persone con disabilità.
          </li>
          <li>
            <strong>Lingua tedesca</strong>: le pagine sono solo in italiano.
          </li>
        </ul>

        <h2>Redazione della dichiarazione</h2>
        <p>
          Redatta il 23 novembre 2026 con un’autovalutazione: controlli automatici con axe-core sulle pagine, uso con la
          sola tastiera, ingrandimento fino a 320 pixel di larghezza, prove con gli script del browser spenti.
        </p>

        <h2>Feedback e recapiti</h2>
        <p>
          Hai trovato un ostacolo? Raccontacelo in{' '}
          <Link href="/feedback" prefetch={false}>
            Dicci cosa ne pensi
          </Link>
          : scrivi in quale pagina eri, che cosa volevi fare e quali strumenti usi. Se un ostacolo ti impedisce di
          inviare una richiesta puoi chiamare il Contact Center dell’Istituto: 803 164 da rete fissa, 06 164 164 da
          cellulare.
        </p>

        <h2>Procedura di attuazione</h2>
        <p>
          Per i siti delle pubbliche amministrazioni, se la risposta alla segnalazione manca o non basta, la legge 9
          gennaio 2004, n. 4 prevede il ricorso al Difensore civico per il digitale presso AgID. Vale per le
          installazioni gestite da un’amministrazione.
        </p>

        <h2>Informazioni sul portale</h2>
        <ul>
          <li>Funziona per intero anche con gli script del browser spenti.</li>
          <li>Usa il design system .italia (Bootstrap Italia 2.18.3).</li>
          <li>I testi si ingrandiscono fino al 200 % senza perdere contenuti o funzioni.</li>
        </ul>
      </div>
    </PageBody>
  )
}
