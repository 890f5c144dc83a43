import type { Metadata } from 'next'
import { Alert } from '@/components/alert'
import { EmptyState } from '@/components/empty-state'
import { PageTitle } from '@/components/layout/page-title'
import { requirePortfolio } from '@/lib/auth/session'
import { rightsOf } from '@/lib/contributors/rights'
import { formatCount } from '@/lib/format'
import { packIds, unpackIds } from '@/lib/portfolio/packed-ids'
import { idsMatching, listReadingsToCome } from '@/lib/portfolio/queries/bulk'
import { PortfolioFrame } from '../../portfolio-frame'
import { ReadManyForm } from './form'
import { ReadingsTable } from './table'

export const metadata: Metadata = { title: 'Apri e leggi più comunicazioni' }

type Query = Record<string, string | string[] | undefined>
const words = (query: Query) =>
  Object.fromEntries(Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))

/** Looking at this page reads nothing: it says how many readings would be recorded, for whom and under which title. */
export default async function ReadManyPage({ searchParams }: PageProps<'/area/tutti/comunicazioni/leggi'>) {
  const query = words(await searchParams)
  const actor = await requirePortfolio()
  const ids = query.tutte ? await idsMatching(actor, 'unread', query) : unpackIds(query.scelte ?? '')
  const found = ids.length > 0 ? await listReadingsToCome(actor, ids) : []
  const parties = found.map(({ unreadIds, ...party }) => {
    const partial = rightsOf[party.title].partial
    return {
      ...party,
      toRead: partial ? [] : unreadIds,
      readings: partial ? 0 : unreadIds.length,
      excluded: partial ? unreadIds.length : 0,
    }
  })
  const toRead = parties.flatMap((party) => party.toRead)
  const served = parties.filter(({ readings }) => readings > 0).length
  const many = formatCount(toRead.length)
  const readings = toRead.length === 1 ? '1 lettura' : `${many} letture`
  return (
    <PortfolioFrame
      actor={actor}
      voice="comunicazioni/da-leggere"
      trail={[
        { label: 'Comunicazioni irregolarità da leggere', href: '/area/tutti/comunicazioni/da-leggere' },
        { label: 'Apri e leggi' },
      ]}
    >
      <PageTitle>Apri e leggi più comunicazioni</PageTitle>
      <ReadManyForm
        letture={packIds(toRead)}
        button={`Apri e registra ${readings}`}
        back="/area/tutti/comunicazioni/da-leggere"
      >
        {parties.length === 0 ? (
          <EmptyState title="Nessuna comunicazione scelta">Torna all’elenco e scegli quelle da leggere.</EmptyState>
        ) : (
          <>
            <Alert
              tone="warning"
              title={`Stai per registrare ${readings} per ${served === 1 ? '1 contribuente' : `${formatCount(served)} contribuenti`}`}
            >
              <p>
                Ogni lettura vale come lettura della comunicazione da parte del contribuente: con la data e l’ora, il
                tuo nome e il titolo con cui agisci per lui. Resta per sempre, e il contribuente la vede.
              </p>
            </Alert>
            {query.altre && /^\d{1,6}$/.test(query.altre) && (
              <Alert tone="info">{`Qui ne confermi ${formatCount(ids.length)} delle scelte: le altre ${formatCount(Number(query.altre))} restano scelte nell’elenco, e le leggi subito dopo.`}</Alert>
            )}
            <ReadingsTable parties={parties.map(({ toRead: _, ...party }) => party)} />
          </>
        )}
      </ReadManyForm>
    </PortfolioFrame>
  )
}
