import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { Alert } from '@/components/alert'
import { PageTitle } from '@/components/layout/page-title'
import { requireOfficer } from '@/lib/auth/session'
import { titleLength } from '@/lib/campaigns/lengths'
import { env } from '@/lib/env'
import { DeskFrame } from '../../../desk-frame'
import { UploadForm } from './form'

export const metadata: Metadata = { title: 'Carica un file' }

export default async function NewCampaignPage() {
  const actor = await requireOfficer()
  const home = '/sede/comunicazioni/campagne'
  return (
    <DeskFrame actor={actor} voice={home} trail={[{ label: 'Campagne', href: home }, { label: 'Carica un file' }]}>
      <PageTitle lead="Caricarlo non pubblica nulla: il portale lo controlla e ti mostra che cosa partirebbe.">
        Carica un file
      </PageTitle>
      <ol className="measure">
        <li>Il portale legge il file e dice quali righe non vanno, con numero, colonna e motivo.</li>
        <li>Un’altra persona della sede guarda un campione di comunicazioni e approva.</li>
        <li>Parte il primo 10 %; poi, se tutto è in ordine, il resto. In ogni momento si può fermare.</li>
      </ol>
      <noscript>
        <Alert tone="warning" title="Per caricare un file servono gli script">
          <p>
            In questo browser sono disattivati. Attivali, oppure{' '}
            <Link href={'/sede/comunicazioni/nuova' as Route}>pubblica una comunicazione alla volta</Link>: quel modulo
            funziona anche senza.
          </p>
        </Alert>
      </noscript>
      <UploadForm maxBytes={env.IMPORT_MAX_BYTES} titleLength={titleLength} />
      <p>
        <Link href={'/sede/comunicazioni/formato' as Route}>Com’è fatto il file</Link>: colonne, esempi e controlli.
      </p>
    </DeskFrame>
  )
}
