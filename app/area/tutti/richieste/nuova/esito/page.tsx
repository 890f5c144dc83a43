import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { Moved } from '@/app/moved'
import { Alert } from '@/components/alert'
import { OneButtonForm } from '@/components/form/one-button-form'
import { requirePortfolio } from '@/lib/auth/session'
import { listBulkItems } from '@/lib/bulk-requests/queries/bulk'
import { formatCount } from '@/lib/format'
import { sendBulkAction } from '../controlla/action'
import { chooseHref, requireBulk, Step } from '../steps'
import { OutcomeTable } from './table'

export const metadata: Metadata = { title: 'Esito dell’invio' }

const sentences = (many: number) => (many === 1 ? '1 richiesta' : `${formatCount(many)} richieste`)

/** What became of a request for many: each contributor's protocollo, or why not, and the way to try those again. */
export default async function OutcomePage({ searchParams }: PageProps<'/area/tutti/richieste/nuova/esito'>) {
  const { invio } = await searchParams
  const actor = await requirePortfolio()
  const bulk = await requireBulk(actor, invio)
  const items = await listBulkItems(actor, bulk.id)
  const sent = items.filter(({ sentAt }) => sentAt !== null).length
  const failed = items.filter(({ sentAt, error }) => sentAt === null && error !== null).length
  const left = items.length - sent - failed
  const again = failed > 0 && left === 0
  return (
    <Step
      actor={actor}
      bulk={bulk}
      title="Esito dell’invio"
      lead="Ogni contribuente ha la sua richiesta e la sua ricevuta."
    >
      {!bulk.sealed && <Moved to={chooseHref(bulk.id)}>Questa richiesta non è ancora partita.</Moved>}
      {sent > 0 && (
        <Alert tone="success">{`${sentences(sent)} su ${formatCount(items.length)}: inviate, con il loro protocollo.`}</Alert>
      )}
      {failed > 0 && (
        <Alert tone="warning">{`${sentences(failed)} non inviate: il motivo è accanto al contribuente.`}</Alert>
      )}
      {left > 0 && (
        <Alert tone="info">{`${sentences(left)} ancora da inviare: premi il pulsante per continuare.`}</Alert>
      )}
      {failed + left > 0 && (
        <OneButtonForm
          action={sendBulkAction}
          hidden={{ bulkId: bulk.id, version: '0' }}
          pendingLabel="Invio in corso…"
        >
          {again ? `Riprova le ${formatCount(failed)} non riuscite` : `Invia le ${formatCount(failed + left)} rimaste`}
        </OneButtonForm>
      )}
      <OutcomeTable
        items={items.map(({ contributorId, denomination, codiceFiscale, requestId, protocollo, error }) => ({
          contributorId,
          denomination,
          codiceFiscale,
          requestId,
          protocollo,
          error,
        }))}
      />
      <p>
        <Link href={'/area/tutti/richieste' as Route}>Vai a Lista richieste</Link>
      </p>
    </Step>
  )
}
