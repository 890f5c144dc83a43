import type { Metadata } from 'next'
import { reasonLength } from '@/lib/campaigns/lengths'
import { formatCount } from '@/lib/format'
import { ReasonForm } from '../../../reason-form'
import { CampaignReasonPage } from '../reason-page'
import { stopCampaignAction } from './action'

export const metadata: Metadata = { title: 'Ferma la campagna' }

export default async function StopPage({ params }: PageProps<'/sede/comunicazioni/campagne/[campaign]/ferma'>) {
  return (
    <CampaignReasonPage params={await params} title="Ferma la campagna" act="stop">
      {(campaign, here) => (
        <>
          <p>
            Già pubblicate: {formatCount(campaign.released)}, e restano. Ancora da pubblicare:{' '}
            {formatCount(campaign.notices - campaign.released)}, e non partono più: per inviarle si carica di nuovo il
            file. Se mentre scrivi la pubblicazione va avanti, vale il numero di quando confermi.
          </p>
          <ReasonForm
            about="campaign"
            action={stopCampaignAction}
            hidden={{ campaignId: campaign.id }}
            label="Motivo"
            hint="Resta nel registro della sede."
            limits={reasonLength}
            submit="Ferma la campagna"
            danger
            back={{ href: here, label: 'Torna alla campagna' }}
          />
        </>
      )}
    </CampaignReasonPage>
  )
}
