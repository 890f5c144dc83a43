import type { Route } from 'next'
import Link from 'next/link'
import { Alert } from '@/components/alert'
import { OneButtonForm } from '@/components/form/one-button-form'
import type { CampaignAct } from '@/lib/campaigns/status'
import { formatCount } from '@/lib/format'
import { approveCampaignAction, discardCampaignAction, resumeCampaignAction } from './action'

type BrakeProps = {
  campaign: { id: string; notices: number; released: number }
  can: (act: CampaignAct) => boolean
  /** Why this officer may not approve what waits to be approved. */
  missing: string | undefined
  here: string
}

/** What can be done about a campaign now: approve, go on, stop, discard, withdraw. */
export function Brake({ campaign, can, missing, here }: BrakeProps) {
  const { id: campaignId, notices, released } = campaign
  const hidden = { campaignId }
  return (
    <>
      {missing && (
        <Alert tone="info" title="Prima di pubblicare">
          {missing}
        </Alert>
      )}
      <div className="button-row desk-acts no-print">
        {can('approve') && (
          <OneButtonForm action={approveCampaignAction} hidden={hidden}>
            Approva e pubblica il primo 10 %
          </OneButtonForm>
        )}
        {can('resume') && (
          <OneButtonForm action={resumeCampaignAction} hidden={hidden}>
            {`Pubblica le restanti ${formatCount(notices - released)}`}
          </OneButtonForm>
        )}
        {can('stop') && (
          <Link className="btn btn-danger" href={`${here}/ferma` as Route} prefetch={false}>
            Ferma
          </Link>
        )}
        {can('discard') && (
          <OneButtonForm action={discardCampaignAction} hidden={hidden} look="secondary">
            Scarta
          </OneButtonForm>
        )}
        {can('withdraw') && released > 0 && (
          <Link className="btn btn-outline-primary" href={`${here}/ritira` as Route} prefetch={false}>
            Ritira la campagna
          </Link>
        )}
      </div>
    </>
  )
}
