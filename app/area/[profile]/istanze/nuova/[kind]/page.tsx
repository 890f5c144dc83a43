import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { v7 } from 'uuid'
import { findAnswerable, subjectOf, Unanswerable } from '@/app/area/[profile]/richieste/nuova/answerable'
import { Alert } from '@/components/alert'
import { OneButtonForm } from '@/components/form/one-button-form'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { findKind } from '@/lib/applications/kinds'
import { findClosure, findUnitOf } from '@/lib/applications/queries/kinds'
import { currentContributor, requireContributorSide } from '@/lib/auth/session'
import { rightsOf } from '@/lib/contributors/rights'
import { AreaFrame } from '../../../area-frame'
import { beginApplicationAction } from './action'
import { KindFacts } from './facts'

export const metadata: Metadata = { title: 'Nuova istanza' }

export default async function KindPage({ params, searchParams }: PageProps<'/area/[profile]/istanze/nuova/[kind]'>) {
  const { profile, kind: code } = await params
  const { comunicazione } = await searchParams
  const actor = await requireContributorSide(profile)
  const kind = findKind(code)
  if (!kind) notFound()
  const [closure, unit, { officeName }, about] = await Promise.all([
    findClosure(actor, code),
    findUnitOf(actor, kind),
    currentContributor(actor),
    findAnswerable(actor, comunicazione),
  ])
  if (comunicazione !== undefined && !(about && kind.fromNotice)) notFound()
  const home = `/area/${profile}/istanze`
  return (
    <AreaFrame
      actor={actor}
      voice="istanze"
      trail={[
        { label: 'Istanze Online', href: home },
        { label: 'Nuova istanza', href: `${home}/nuova` },
        { label: kind.label },
      ]}
    >
      <PageTitle lead={kind.purpose}>{kind.label}</PageTitle>
      {closure ? (
        <Alert tone="warning" title="Adesso non si può presentare">
          <p>{closure.instead}</p>
          <p>
            <Link href={`${home}/nuova` as Route}>Torna all’elenco delle istanze</Link>
          </p>
        </Alert>
      ) : about?.refusal ? (
        <Unanswerable profile={profile} notice={about.notice} refusal={about.refusal} />
      ) : (
        <>
          {about && (
            <Alert tone="info">
              <p>
                Sulla comunicazione{' '}
                <Link href={`/area/${profile}/comunicazioni/${about.notice.id}` as Route} prefetch={false}>
                  {about.notice.protocollo}
                </Link>
                : {subjectOf(about.notice)}. I suoi dati sono già riportati.
              </p>
            </Alert>
          )}
          <KindFacts kind={kind} office={officeName} unit={unit} />
          {rightsOf[actor.title].applications === 'prepare' && (
            <Alert tone="info">Con il tuo titolo puoi preparare l’istanza: poi chiedi di inviarla a chi può.</Alert>
          )}
          {actor.pinLevel === 'online' ? (
            <PinOnlineNotice />
          ) : (
            <OneButtonForm
              action={beginApplicationAction}
              hidden={{ profile, draftId: v7(), kind: code, ...(about && { noticeId: about.notice.id }) }}
            >
              Comincia
            </OneButtonForm>
          )}
        </>
      )}
    </AreaFrame>
  )
}
