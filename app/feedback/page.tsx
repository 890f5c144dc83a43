import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { PageBody } from '@/components/layout/page-body'
import { PageTitle } from '@/components/layout/page-title'
import { FeedbackForm } from './form'

export const metadata: Metadata = { title: 'Dicci cosa ne pensi' }

/** Ids say whose papers were on screen: of the page one came from only its kind is kept. */
const withoutIds = (address: string) => address.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')

export default async function FeedbackPage() {
  const referer = (await headers()).get('referer')
  const page = referer && URL.canParse(referer) ? withoutIds(new URL(referer).pathname).slice(0, 200) : ''
  return (
    <PageBody trail={[{ label: 'Il servizio', href: '/' }, { label: 'Dicci cosa ne pensi' }]}>
      <PageTitle lead="Bastano pochi secondi. Per una domanda sulla tua posizione usa «Nuova richiesta»: qui non rispondiamo.">
        Dicci cosa ne pensi
      </PageTitle>
      <div className="form-column">
        <FeedbackForm page={page} />
      </div>
    </PageBody>
  )
}
