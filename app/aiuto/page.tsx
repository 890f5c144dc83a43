import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { PageBody } from '@/components/layout/page-body'
import { PageTitle } from '@/components/layout/page-title'

export const metadata: Metadata = { title: 'Aiuto' }

const topics: { title: string; questions: { ask: string; answer: ReactNode }[] }[] = [
  {
    title: 'Entrare',
    questions: [
      {
        ask: 'Con che cosa entro?',
        answer:
          'Con il tuo codice fiscale e il tuo PIN. Il codice fiscale è quello della persona che accede, non quello dell’azienda: per chi operi lo scegli subito dopo.',
      },
      {
        ask: 'Che differenza c’è tra PIN online e PIN dispositivo?',
        answer:
          'Con il PIN online leggi tutto ma non invii nulla. Con il PIN dispositivo leggi e invii. Per trasformare il PIN online in dispositivo presenta alla tua sede il modulo di richiesta, con un documento di identità valido.',
      },
      {
        ask: 'È il mio primo accesso: perché devo cambiare PIN?',
        answer:
          'Il PIN iniziale ha 16 caratteri e vale una volta sola. Al primo accesso scegli il tuo: da 8 a 64 caratteri, senza 8 caratteri di fila del codice fiscale e non tra i PIN più usati.',
      },
      {
        ask: 'Ho sbagliato troppe volte. Che cosa faccio?',
        answer: 'Aspetta 15 minuti e riprova. Il blocco finisce da solo e non perdi nulla di quello che avevi salvato.',
      },
    ],
  },
  {
    title: 'Scrivere alla sede',
    questions: [
      {
        ask: 'Che cosa posso chiedere?',
        answer:
          'Quello che riguarda la tua posizione di committente o associante nella Gestione Separata: versamenti F24, denunce, avvisi bonari, rateazioni, variazioni. Scegli prima l’argomento, poi il dettaglio: la scelta porta la richiesta all’unità giusta.',
      },
      {
        ask: 'Quali documenti posso allegare?',
        answer:
          'Fino a tre file, ciascuno di al massimo 3 MB, in questi formati: PDF, P7M, XML, JPG, PNG, TIFF, DOCX, ODT, XLSX, ODS, CSV, TXT, EML, ZIP. Non accettiamo file vuoti o protetti da password.',
      },
      {
        ask: 'Devo finire in una volta sola?',
        answer:
          'No. Mentre scrivi la bozza si salva da sola e la ritrovi in «Lista richieste», anche se la sessione finisce.',
      },
      {
        ask: 'Quali dati è meglio non scrivere?',
        answer:
          'Scrivi solo quello che serve. Evita informazioni sulla salute o su altre persone, se la richiesta non le riguarda.',
      },
    ],
  },
  {
    title: 'Dopo l’invio',
    questions: [
      {
        ask: 'Come so che la richiesta è arrivata?',
        answer:
          'Appena invii ricevi un numero di protocollo con la data e l’ora dell’invio, e una ricevuta in PDF con il testo, i file e le loro impronte. Se non vedi il numero, la richiesta non è partita.',
      },
      {
        ask: 'Quanto devo aspettare?',
        answer:
          'La sede risponde di norma entro 5 giorni lavorativi. Se ti chiede un documento, il conto riprende quando lo mandi.',
      },
      {
        ask: 'Come leggo la risposta?',
        answer:
          'In «Lista richieste» apri la richiesta: trovi tutto in un’unica conversazione, dalla più vecchia alla più recente. Se hai dato il consenso ti avvisiamo per e-mail o SMS; l’avviso non riporta mai il contenuto.',
      },
      {
        ask: 'Posso ritirare o riaprire una richiesta?',
        answer:
          'Puoi ritirarla finché la sede non l’ha presa in carico. Puoi riaprirla entro 60 giorni dalla chiusura, scrivendo il motivo.',
      },
    ],
  },
]

export default function HelpPage() {
  return (
    <PageBody trail={[{ label: 'Il servizio', href: '/' }, { label: 'Aiuto' }]}>
      <PageTitle lead="Le risposte alle domande più frequenti. Non trovi la tua? In fondo ci sono i recapiti.">
        Aiuto
      </PageTitle>
      <div className="prose">
        {topics.map(({ title, questions }) => (
          <section key={title}>
            <h2>{title}</h2>
            {questions.map(({ ask, answer }) => (
              <details className="question" key={ask}>
                <summary>{ask}</summary>
                <p>{answer}</p>
              </details>
            ))}
          </section>
        ))}
        <h2>Parlare con qualcuno</h2>
        <p>
          Contact Center dell’Istituto: <a href="tel:803164">803 164</a> da rete fissa,{' '}
          <a href="tel:06164164">06 164 164</a> da cellulare. Se chiami per una richiesta, tieni a portata il numero di
          protocollo.
        </p>
        <p>
          Per dirci che cosa non va in queste pagine usa{' '}
          <Link href="/feedback" prefetch={false}>
            Dicci cosa ne pensi
          </Link>
          .
        </p>
      </div>
    </PageBody>
  )
}
