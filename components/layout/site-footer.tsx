import Link from 'next/link'
import { BrandMark } from '../brand-mark'
import { DateTime } from '../date-time'

/** The footer of every page. `updatedOn` is the day on which texts and pages were last reviewed, as yyyy-mm-dd. */
export function SiteFooter({ updatedOn }: { updatedOn: string }) {
  return (
    <footer className="it-footer on-dark" id="piede" tabIndex={-1}>
      <div className="it-footer-main">
        <div className="container">
          <div className="it-footer-columns">
            <div>
              <div className="it-footer-brand">
                <BrandMark /> Cassetto Committenti
              </div>
              <p>
                Portale indipendente a codice aperto. Non è il sito ufficiale dell’INPS e non è gestito dall’Istituto.
              </p>
            </div>
            <div>
              <h2>Contatti</h2>
              <p>
                Contact Center dell’Istituto: <a href="tel:803164">803 164</a> da rete fissa,{' '}
                <a href="tel:06164164">06 164 164</a> da cellulare.
              </p>
            </div>
            <div>
              <h2>Aiuto</h2>
              <ul>
                <li>
                  <Link href="/aiuto" prefetch={false}>
                    Domande frequenti
                  </Link>
                </li>
                <li>
                  <Link href="/verifica" prefetch={false}>
                    Verifica una ricevuta
                  </Link>
                </li>
                <li>
                  <Link href="/feedback" prefetch={false}>
                    Dicci cosa ne pensi
                  </Link>
                </li>
              </ul>
            </div>
          </div>
        </div>
      </div>
      <div className="it-footer-small-prints">
        <div className="container">
          <ul className="it-footer-small-prints-list">
            <li>
              <Link href="/note-legali" prefetch={false}>
                Note legali
              </Link>
            </li>
            <li>
              <Link href="/privacy" prefetch={false}>
                Privacy
              </Link>
            </li>
            <li>
              <Link href="/accessibilita" prefetch={false}>
                Dichiarazione di accessibilità
              </Link>
            </li>
          </ul>
          <p>
            Ultimo aggiornamento: <DateTime at={updatedOn} show="date" />
          </p>
        </div>
      </div>
    </footer>
  )
}
