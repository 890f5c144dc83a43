import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { PageBody } from '@/components/layout/page-body'
import { PageTitle } from '@/components/layout/page-title'
import { carry } from '@/lib/applications/aim'
import { kinds } from '@/lib/applications/kinds'
import { listClosedKinds } from '@/lib/applications/queries/kinds'
import { visitor } from '@/lib/auth/session'
import { listTopics, type Topic } from '@/lib/topics/queries'

export const metadata: Metadata = { title: 'Istanze e richieste sulla Gestione Separata' }

/** Where the companies' drawer sends whoever looks for the Gestione Separata since 6 October 2015 (messaggio INPS 6838/2015). */
export default async function GestioneSeparataPage() {
  const [closed, topics] = await Promise.all([listClosedKinds(visitor()), listTopics(visitor())])
  return (
    <PageBody trail={[{ label: 'Il servizio', href: '/' }, { label: 'Gestione Separata' }]}>
      <PageTitle lead="Dal 6 ottobre 2015 le istanze sulla Gestione Separata si presentano solo qui. Nel Cassetto previdenziale aziende la voce «Gestione separata» non c’è più.">
        Istanze e richieste sulla Gestione Separata
      </PageTitle>
      <div className="prose">
        <p>
          Vale per i committenti, per gli associanti e per chi ha una loro delega (messaggio INPS 6838/2015). Scegli qui
          sotto che cosa ti serve: entri con il codice fiscale e il PIN dispositivo, dici per chi operi e arrivi alla
          pagina giusta.
        </p>
      </div>

      <h2>Istanze</h2>
      <p className="prose">
        Un’istanza è una domanda che apre un procedimento: la sede deve decidere entro un termine, con una risposta
        motivata.
      </p>
      <ul className="voice-list door-list">
        {kinds.map(({ code, label, purpose }) => {
          const closure = closed.find(({ kind }) => kind === code)
          return (
            <li key={code} className={closure ? 'voice' : 'voice is-lit'}>
              <h3>{closure ? label : <Door aim={{ istanza: code }}>{label}</Door>}</h3>
              <p>{closure ? `Ora non si può presentare. ${closure.instead}` : purpose}</p>
            </li>
          )
        })}
      </ul>

      <h2>Richieste</h2>
      <p className="prose">
        Una richiesta è una domanda o una comunicazione alla sede, che di norma risponde entro 5 giorni lavorativi. Apri
        l’argomento e scegli il dettaglio.
      </p>
      {areasOf(topics).map(({ code, label, leaves }) => (
        <details key={code} className="door-area">
          <summary>{label}</summary>
          <ul>
            {leaves.map((leaf) => (
              <li key={leaf.code}>
                <Door aim={{ oggetto: leaf.code }}>{leaf.label}</Door>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </PageBody>
  )
}

const Door = ({ aim, children }: { aim: Parameters<typeof carry>[0]; children: string }) => (
  <Link href={`/entra${carry(aim)}` as Route} prefetch={false}>
    {children}
  </Link>
)

/** The leaves under their areas, in the order of the tree. */
const areasOf = (topics: Topic[]) =>
  [...new Map(topics.map(({ areaCode, areaLabel }) => [areaCode, areaLabel]))].map(([code, label]) => ({
    code,
    label,
    leaves: topics.filter(({ areaCode }) => areaCode === code),
  }))
