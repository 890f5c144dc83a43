import type { Route } from 'next'
import Link from 'next/link'
import { HeroPicture } from '@/components/hero-picture'
import { Icon } from '@/components/icon'
import { voices } from '@/components/voices'
import { signedInPerson } from '@/lib/auth/session'

export default async function HomePage() {
  const person = await signedInPerson()
  const doors = doorsOf(person)
  const opensArea = !person || person.sides.area
  return (
    <>
      <section className="hero" aria-labelledby="titolo">
        <div className="container">
          <div>
            <p className="hero-overline">Per committenti, associanti e loro intermediari</p>
            <h1 id="titolo" tabIndex={-1}>
              Scrivi alla tua sede e ricevi la risposta, qui
            </h1>
            <p className="lead">
              Una domanda su versamenti, denunce o posizione nella Gestione Separata? Invia la richiesta con i suoi
              documenti, segui a che punto è e leggi la risposta nello stesso posto.
            </p>
            <div className="button-row">
              {doors.map(({ label, href }, index) => (
                <Link
                  key={href}
                  className={index === 0 ? 'btn btn-primary' : 'btn btn-outline-primary'}
                  href={href}
                  prefetch={false}
                >
                  {label}
                </Link>
              ))}
              <a className="btn btn-link" href="#come-funziona">
                Come funziona
              </a>
            </div>
          </div>
          <HeroPicture />
        </div>
      </section>

      <section className="home-section" aria-labelledby="voci">
        <div className="container">
          <h2 id="voci">Comunicazione bidirezionale</h2>
          <p>
            Quello che trovi nella tua area, voce per voce. Arrivi dal Cassetto previdenziale aziende? Le istanze sulla
            Gestione Separata si presentano solo qui:{' '}
            <Link href={'/gestione-separata' as Route}>guarda quali sono e comincia</Link>.
          </p>
          <ul className="voice-list">
            {voices.map(({ label, icon, says }) => (
              <li key={label} className="voice is-lit">
                <Icon name={icon} size={32} />
                <h3>
                  {opensArea ? (
                    <Link href="/area" prefetch={false}>
                      {label}
                    </Link>
                  ) : (
                    label
                  )}
                </h3>
                <p>{says}</p>
              </li>
            ))}
            <li className="voice voice-entry on-dark">
              <p className="h3">{person ? 'Si riparte da qui' : 'Pronto a scrivere?'}</p>
              <p>
                {person
                  ? `Hai già fatto l’accesso come ${person.name}.`
                  : 'Ti servono solo il codice fiscale e il PIN dispositivo.'}
              </p>
              {doors.slice(0, 1).map(({ label, href }) => (
                <Link key={href} href={href} prefetch={false}>
                  {label} <Icon name="arrow-right" />
                </Link>
              ))}
            </li>
          </ul>
        </div>
      </section>

      <section className="home-section home-band" aria-labelledby="come-funziona">
        <div className="container">
          <h2 id="come-funziona">Come funziona</h2>
          <p>Pochi passaggi, e una ricevuta che vale dal momento in cui invii.</p>
          <ol className="step-list">
            <li>
              <h3>Accedi</h3>
              <p>Entra con il tuo codice fiscale e il PIN dispositivo, poi scegli per chi operi.</p>
            </li>
            <li>
              <h3>Scegli l’oggetto e scrivi</h3>
              <p>L’argomento porta la richiesta alla sede e all’unità giuste. Puoi interrompere: la bozza resta.</p>
            </li>
            <li>
              <h3>Allega e invia</h3>
              <p>Fino a tre file da 3 MB ciascuno. Ricevi subito il numero di protocollo e la ricevuta in PDF.</p>
            </li>
            <li>
              <h3>Leggi la risposta</h3>
              <p>Se vuoi, ti avvisiamo per e-mail o SMS quando la sede prende in carico, chiede o risponde.</p>
            </li>
          </ol>
        </div>
      </section>

      <section className="home-section" aria-label="Prima di cominciare">
        <div className="container">
          <div className="fact-list">
            <div>
              <h2>Che cosa ti serve</h2>
              <ul>
                <li>il tuo codice fiscale</li>
                <li>il PIN dispositivo (con il PIN online puoi leggere, non inviare)</li>
                <li>un indirizzo e-mail o un numero di telefono per la risposta</li>
              </ul>
            </div>
            <div>
              <h2>Tempi di risposta</h2>
              <p>
                La sede risponde di norma entro <strong>5 giorni lavorativi</strong>. La data attesa è scritta sulla
                ricevuta e accanto a ogni richiesta.
              </p>
            </div>
            <div>
              <h2>Serve aiuto?</h2>
              <p>
                Leggi le <Link href="/aiuto">domande frequenti</Link> o chiama il Contact Center dell’Istituto: 803 164
                da rete fissa, 06 164 164 da cellulare.
              </p>
            </div>
          </div>
        </div>
      </section>
    </>
  )
}

type Signed = Awaited<ReturnType<typeof signedInPerson>>

/** Where one enters: by signing in, or straight into the sides that are one's own. None is, before choosing a PIN. */
function doorsOf(person: Signed): { label: string; href: Route }[] {
  if (!person) return [{ label: 'Accedi', href: '/accesso' }]
  const doors: { label: string; href: Route }[] = []
  if (person.sides.area) doors.push({ label: 'Vai alla tua area', href: '/area' })
  if (person.sides.sede) doors.push({ label: 'Vai alle richieste della sede', href: '/sede' })
  if (person.sides.amministrazione) doors.push({ label: 'Vai all’amministrazione', href: '/amministrazione' })
  return doors.length > 0 ? doors : [{ label: 'Scegli il tuo PIN', href: '/accesso/nuovo-pin' }]
}
