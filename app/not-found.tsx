import type { Metadata } from 'next'
import Link from 'next/link'
import { PageBody } from '@/components/layout/page-body'
import { PageTitle } from '@/components/layout/page-title'

export const metadata: Metadata = { title: 'Pagina non trovata' }

/** The same words for what is not there and for what one may not see: existence is never confirmed. */
export default function NotFound() {
  return (
    <PageBody>
      <PageTitle lead="La pagina non esiste, oppure non è tra quelle che puoi vedere.">Pagina non trovata</PageTitle>
      <div className="prose">
        <p>Prova così:</p>
        <ul>
          <li>controlla che l’indirizzo sia completo e scritto bene</li>
          <li>se operi per più contribuenti, torna alla pagina iniziale e scegli di nuovo per chi operi</li>
          <li>se avevi una delega, verifica che sia ancora valida</li>
        </ul>
      </div>
      <div className="button-row">
        <Link className="btn btn-primary" href="/" prefetch={false}>
          Torna alla pagina iniziale
        </Link>
        <Link className="btn btn-outline-primary" href="/aiuto" prefetch={false}>
          Vai all’aiuto
        </Link>
      </div>
    </PageBody>
  )
}
