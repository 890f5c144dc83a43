import type { Metadata } from 'next'
import Link from 'next/link'
import { Alert } from '@/components/alert'
import { PageBody } from '@/components/layout/page-body'
import { PageTitle } from '@/components/layout/page-title'
import { returnAddress } from '@/lib/auth/return-address'
import { SignInForm } from './form'

export const metadata: Metadata = { title: 'Accedi' }

export default async function SignInPage({ searchParams }: PageProps<'/accesso'>) {
  const { ritorno, scaduta, uscita } = await searchParams
  const next = returnAddress(ritorno, '')
  return (
    <PageBody trail={[{ label: 'Il servizio', href: '/' }, { label: 'Accedi' }]}>
      <PageTitle lead="Entra con il codice fiscale e il PIN dispositivo rilasciato dall’Istituto.">Accedi</PageTitle>
      {scaduta && (
        <Alert tone="warning" title="La sessione è scaduta">
          {next.includes('bozza=')
            ? 'Quello che stavi scrivendo è salvo nelle bozze: accedi e riprendi da lì. Se avevi scelto dei file senza caricarli, sceglili di nuovo.'
            : 'Accedi di nuovo: tornerai alla pagina in cui eri.'}
        </Alert>
      )}
      {uscita && <Alert tone="success">Sei uscito. Se il computer è condiviso, chiudi anche il browser.</Alert>}
      <div className="form-column">
        <SignInForm next={next || undefined} />
        <p>
          Hai un PIN online? Puoi entrare e leggere tutto; per inviare serve il PIN dispositivo.{' '}
          <Link href="/aiuto">Come ottenerlo</Link>
        </p>
      </div>
    </PageBody>
  )
}
