import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { kinds } from '@/lib/applications/kinds'
import { listClosedKinds, listOpenKinds } from '@/lib/applications/queries/kinds'
import { requireContributorSide } from '@/lib/auth/session'
import { AreaFrame } from '../../area-frame'

export const metadata: Metadata = { title: 'Nuova istanza' }

export default async function CataloguePage({ params }: PageProps<'/area/[profile]/istanze/nuova'>) {
  const { profile } = await params
  const actor = await requireContributorSide(profile)
  const [open, closed] = await Promise.all([listOpenKinds(actor), listClosedKinds(actor)])
  const home = `/area/${profile}/istanze`
  const withdrawn = kinds.flatMap(({ code, label }) => {
    const closure = closed.find(({ kind }) => kind === code)
    return closure ? [{ code, label, instead: closure.instead }] : []
  })
  return (
    <AreaFrame
      actor={actor}
      voice="istanze"
      trail={[{ label: 'Istanze Online', href: home }, { label: 'Nuova istanza' }]}
    >
      <PageTitle lead="Scegli che cosa chiedi: prima di cominciare leggi chi decide, entro quando e che cosa serve.">
        Nuova istanza
      </PageTitle>
      {actor.pinLevel === 'online' && <PinOnlineNotice />}
      <ul className="choice-list">
        {open.map(({ code, label, purpose }) => (
          <li key={code}>
            <Link href={`${home}/nuova/${code}` as Route} prefetch={false}>
              <strong>{label}</strong>
              <span>{purpose}</span>
            </Link>
          </li>
        ))}
      </ul>
      {withdrawn.length > 0 && (
        <section aria-labelledby="chiuse">
          <h2 id="chiuse">Adesso non si possono presentare</h2>
          {withdrawn.map(({ code, label, instead }) => (
            <div key={code}>
              <h3>{label}</h3>
              <p>{instead}</p>
            </div>
          ))}
        </section>
      )}
      <p>
        Per una domanda o una segnalazione che non apre un procedimento,{' '}
        <Link href={`/area/${profile}/richieste/nuova` as Route}>invia una richiesta</Link>.
      </p>
    </AreaFrame>
  )
}
