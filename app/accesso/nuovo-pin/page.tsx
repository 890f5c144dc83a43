import type { Metadata } from 'next'
import { PageBody } from '@/components/layout/page-body'
import { PageTitle } from '@/components/layout/page-title'
import { requirePersonBeforePin } from '@/lib/auth/session'
import { ChoosePinForm } from './form'

export const metadata: Metadata = { title: 'Scegli il PIN' }

export default async function ChoosePinPage() {
  const { initial } = await requirePersonBeforePin()
  return (
    <PageBody trail={[{ label: 'Il servizio', href: '/' }, { label: initial ? 'Scegli il tuo PIN' : 'Cambia il PIN' }]}>
      <PageTitle
        lead={
          initial
            ? 'Il PIN iniziale serve una volta sola: scegline uno tuo per continuare.'
            : 'Il nuovo PIN vale da subito, anche per il prossimo accesso.'
        }
      >
        {initial ? 'Scegli il tuo PIN' : 'Cambia il PIN'}
      </PageTitle>
      <div className="form-column">
        <ChoosePinForm initial={initial} />
      </div>
    </PageBody>
  )
}
