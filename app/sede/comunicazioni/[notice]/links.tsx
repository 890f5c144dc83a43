import type { Route } from 'next'
import Link from 'next/link'
import { Alert } from '@/components/alert'
import type { NoticeStatus } from '@/db/vocabulary'

type Linked = { id: string; protocollo: string } | null
type LinksProps = {
  notice: {
    status: NoticeStatus
    corrects: Linked
    correctedBy: Linked
    campaignId: string | null
    campaignTitle: string | null
  }
}

const address = (id: string) => `/sede/comunicazioni/${id}` as Route

/** What a notice is tied to: the one that took its place, the one it takes the place of, the campaign it came with. */
export function Links({ notice }: LinksProps) {
  const { status, corrects, correctedBy, campaignId, campaignTitle } = notice
  return (
    <>
      {status === 'withdrawn' && (
        <Alert tone="warning" title="Ritirata">
          Non vale più: il contribuente la vede barrata, con il motivo.
        </Alert>
      )}
      {correctedBy && (
        <Alert tone="warning" title="Corretta">
          <p>
            Al suo posto vale la comunicazione <Link href={address(correctedBy.id)}>{correctedBy.protocollo}</Link>.
          </p>
        </Alert>
      )}
      {corrects && (
        <p>
          Corregge la comunicazione <Link href={address(corrects.id)}>{corrects.protocollo}</Link>.
        </p>
      )}
      {campaignId && (
        <p>
          Pubblicata con la campagna{' '}
          <Link href={`/sede/comunicazioni/campagne/${campaignId}` as Route}>{campaignTitle}</Link>.
        </p>
      )}
    </>
  )
}
