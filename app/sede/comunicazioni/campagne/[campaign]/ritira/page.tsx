import type { Metadata } from 'next'
import { reasonLength } from '@/lib/campaigns/lengths'
import { formatCount } from '@/lib/format'
import { ReasonForm } from '../../../reason-form'
import { CampaignReasonPage } from '../reason-page'
import { withdrawCampaignAction } from './action'

export const metadata: Metadata = { title: 'Ritira la campagna' }

export default async function WithdrawPage({ params }: PageProps<'/sede/comunicazioni/campagne/[campaign]/ritira'>) {
  return (
    <CampaignReasonPage params={await params} title="Ritira la campagna" act="withdraw">
      {(campaign, here) => (
        <>
          <p>
            Vengono ritirate le comunicazioni pubblicate e non ancora definite, al massimo{' '}
            {formatCount(campaign.released)}. Nessuna sparisce: il contribuente le vede barrate, con il motivo. Quelle
            già regolarizzate, annullate, corrette o passate ad avviso di addebito restano come sono.
          </p>
          <ReasonForm
            about="campaign"
            action={withdrawCampaignAction}
            hidden={{ campaignId: campaign.id }}
            label="Motivo del ritiro"
            hint="Lo legge ogni contribuente."
            limits={reasonLength}
            submit="Ritira la campagna"
            danger
            back={{ href: here, label: 'Torna alla campagna' }}
          />
        </>
      )}
    </CampaignReasonPage>
  )
}
