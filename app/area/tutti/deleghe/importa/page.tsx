import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { SummaryList } from '@/components/summary-list'
import { requirePortfolio } from '@/lib/auth/session'
import { columns } from '@/lib/delegations/file/columns'
import { mostBytes, mostRows } from '@/lib/delegations/file/read'
import { formatBytes, formatCount } from '@/lib/format'
import { PortfolioFrame } from '../../portfolio-frame'
import { ImportForm } from './form'

export const metadata: Metadata = { title: 'Carica un file di deleghe' }

const limits = `Al massimo ${formatCount(mostRows)} righe e ${formatBytes(mostBytes)}.`

/** Word for word as `docs/formats/deleghe.md`. */
const meanings: Record<(typeof columns)[number], string> = {
  codice_fiscale_contribuente: '11 cifre per una società, 16 caratteri per una persona',
  ambito: 'totale oppure parziale',
  lavoratori: 'solo se parziale: i codici fiscali dei collaboratori, divisi da spazi',
  esclusiva: 'si oppure no',
  decorrenza: 'primo giorno, gg/mm/aaaa',
  scadenza: 'ultimo giorno, gg/mm/aaaa; vuota se non ne ha',
}

export default async function ImportPage() {
  const actor = await requirePortfolio()
  if (actor.firm?.role !== 'holder') notFound()
  return (
    <PortfolioFrame
      actor={actor}
      voice="deleghe"
      trail={[{ label: 'Deleghe', href: '/area/tutti/deleghe' }, { label: 'Carica un file di deleghe' }]}
    >
      <PageTitle lead="Compila molte deleghe insieme, una per riga. Una riga sbagliata non ferma le altre, e lo stesso file caricato due volte non crea doppioni.">
        Carica un file di deleghe
      </PageTitle>
      {actor.pinLevel === 'online' ? <PinOnlineNotice /> : <ImportForm limits={limits} />}
      <h2>Come è fatto il file</h2>
      <p>
        La prima riga ha i nomi delle colonne, in qualsiasi ordine; le celle sono divise da punto e virgola o da
        virgola.
      </p>
      <SummaryList rows={columns.map((column) => ({ term: column, value: meanings[column] }))} />
    </PortfolioFrame>
  )
}
