import type { Metadata } from 'next'
import { PageTitle } from '@/components/layout/page-title'
import { requireContributorSide } from '@/lib/auth/session'
import { rightsOf } from '@/lib/contributors/rights'
import { parsePlace, readFilters } from '@/lib/transparency/filters'
import { AreaFrame } from '../area-frame'
import { Accesses } from './accesses'
import { Acts } from './acts'
import { WhyISeeIt } from './why'

export const metadata: Metadata = { title: 'Chi vede e chi ha letto' }

/** Who may see the contributor and who did what, for those who decide it; for everyone, why they are here themselves. */
export default async function AccessesPage({ params, searchParams }: PageProps<'/area/[profile]/accessi'>) {
  const { profile } = await params
  const query = await searchParams
  const actor = await requireContributorSide(profile)
  const { delegates } = rightsOf[actor.title]
  const title = delegates ? 'Chi vede e chi ha letto' : 'Perché vedo questa posizione'
  return (
    <AreaFrame actor={actor} voice="accessi" trail={[{ label: title }]}>
      {delegates ? (
        <>
          <PageTitle lead="Le persone che possono operare per questo contribuente, e tutto quello che è stato letto e scritto.">
            {title}
          </PageTitle>
          <Accesses actor={actor} />
          <Acts actor={actor} filters={readFilters(query)} before={parsePlace(query.dopo)} />
          <h2>Perché vedo questa posizione</h2>
        </>
      ) : (
        <PageTitle lead="Da dove viene il tuo accesso, fino a quando vale e che cosa ti permette.">{title}</PageTitle>
      )}
      <WhyISeeIt actor={actor} />
    </AreaFrame>
  )
}
