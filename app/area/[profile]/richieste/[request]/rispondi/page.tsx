import type { Metadata } from 'next'
import { EntryPage } from '../entry-page'
import { MessageForm } from './form'

export const metadata: Metadata = { title: 'Rispondi' }

export default async function MessagePage({
  params,
  searchParams,
}: PageProps<'/area/[profile]/richieste/[request]/rispondi'>) {
  return (
    <EntryPage
      params={await params}
      segment="rispondi"
      asked={(await searchParams).bozza}
      acts={['supplement', 'message']}
      title={(act) => (act === 'supplement' ? 'Integra' : 'Rispondi')}
      lead={(act, { toThe }) =>
        act === 'supplement'
          ? 'Invia alla sede i documenti che ti ha chiesto.'
          : `Aggiungi qualcosa ${toThe}: la sede lo legge nella stessa conversazione.`
      }
    >
      {({ act, ...entry }) => <MessageForm act={act === 'supplement' ? 'supplement' : 'message'} {...entry} />}
    </EntryPage>
  )
}
