import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Alert } from '@/components/alert'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { requireContributorSide } from '@/lib/auth/session'
import { rightsOf } from '@/lib/contributors/rights'
import { listRevocable } from '@/lib/delegations/queries/contributor'
import { delegateWords, kindWords, termWords } from '@/lib/delegations/words'
import { formatCount } from '@/lib/format'
import { isUuid } from '@/lib/identifiers/uuid'
import { AreaFrame } from '../../area-frame'
import { RevokeForm } from './form'

export const metadata: Metadata = { title: 'Revoca' }

/** What loses effect, one delegation or many, named before anything is done. */
export default async function RevokePage({ params, searchParams }: PageProps<'/area/[profile]/deleghe/revoca'>) {
  const { profile } = await params
  const { delega } = await searchParams
  const actor = await requireContributorSide(profile)
  if (!rightsOf[actor.title].delegates) notFound()
  const delegations = await listRevocable(actor, [delega ?? []].flat().filter(isUuid))
  const home = `/area/${profile}/deleghe`
  const many = delegations.length
  const title = many > 1 ? `Revoca ${formatCount(many)} deleghe` : 'Revoca la delega'
  return (
    <AreaFrame actor={actor} voice="deleghe" trail={[{ label: 'Deleghe', href: home }, { label: 'Revoca' }]}>
      <PageTitle>{title}</PageTitle>
      {many === 0 ? (
        <Alert tone="info">
          <p>
            Non hai scelto nessuna delega che si possa revocare.{' '}
            <Link href={home as Route} prefetch={false}>
              Torna alle deleghe
            </Link>
          </p>
        </Alert>
      ) : (
        <>
          <p>Da subito non potranno più operare per te questi delegati, né le persone dei loro studi:</p>
          <ul>
            {delegations.map((delegation) => (
              <li key={delegation.id}>
                <strong>{delegateWords(delegation)}</strong>, C.F. {delegation.delegateCode} – {kindWords(delegation)},{' '}
                {termWords(delegation)}
              </li>
            ))}
          </ul>
          <p>Ciò che hanno già inviato resta. Le bozze che stavano scrivendo passano a te.</p>
          {actor.pinLevel === 'online' ? (
            <PinOnlineNotice />
          ) : (
            <RevokeForm
              profile={profile}
              delegations={delegations.map(({ id }) => id).join(',')}
              submit={title}
              back={home}
            />
          )}
        </>
      )}
    </AreaFrame>
  )
}
