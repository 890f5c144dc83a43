import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Alert } from '@/components/alert'
import { OneButtonForm } from '@/components/form/one-button-form'
import { PageTitle } from '@/components/layout/page-title'
import { NoticeDocument } from '@/components/notice-document'
import { requireOfficer } from '@/lib/auth/session'
import { findCampaign, findStagedNotice, listSample } from '@/lib/campaigns/queries'
import { isUuid } from '@/lib/identifiers/uuid'
import { DeskFrame } from '../../../../../desk-frame'
import { openSampleAction } from '../../action'

export const metadata: Metadata = { title: 'Comunicazione del campione' }

export default async function SamplePage({
  params,
}: PageProps<'/sede/comunicazioni/campagne/[campaign]/campione/[position]'>) {
  const { campaign: id, position: typed } = await params
  const actor = await requireOfficer()
  const position = Number(typed)
  if (!isUuid(id) || !/^[1-9]\d{0,8}$/.test(typed)) notFound()
  const [campaign, notice, sample] = await Promise.all([
    findCampaign(actor, id),
    findStagedNotice(actor, id, position),
    listSample(actor, id),
  ])
  const drawn = sample.find((each) => each.position === position)
  if (!campaign || !notice || !drawn) notFound()
  const next = sample.find((each) => !each.openedByMe && each.position !== position)
  const home = '/sede/comunicazioni/campagne'
  const here = `${home}/${id}`
  const open = (which: number) => ({ campaignId: id, position: String(which) })
  return (
    <DeskFrame
      actor={actor}
      voice={home}
      trail={[{ label: 'Campagne', href: home }, { label: campaign.title, href: here }, { label: 'Campione' }]}
    >
      <PageTitle lead="Come la vedrebbe il contribuente. Non è ancora pubblicata.">
        Comunicazione {notice.externalNumber}
      </PageTitle>
      <Alert tone="info">
        {drawn.openedByMe
          ? 'L’hai aperta: conta per il campione.'
          : 'Per farla contare nel campione, dopo averla guardata premi il bottone in fondo.'}
      </Alert>
      <NoticeDocument notice={notice} />
      <div className="button-row no-print">
        {!drawn.openedByMe && (
          <OneButtonForm action={openSampleAction} hidden={open(position)}>
            Ho guardato questa comunicazione
          </OneButtonForm>
        )}
        {drawn.openedByMe && next && (
          <OneButtonForm action={openSampleAction} hidden={open(next.position)}>
            Apri la prossima
          </OneButtonForm>
        )}
        <Link className="btn btn-outline-primary" href={here as Route}>
          Torna alla campagna
        </Link>
      </div>
    </DeskFrame>
  )
}
