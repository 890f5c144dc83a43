import { DateTime } from '@/components/date-time'
import { SummaryList, type SummaryRow } from '@/components/summary-list'
import type { CampaignStatus } from '@/db/vocabulary'
import { formatAmount, formatBytes, formatCount } from '@/lib/format'

type FactsProps = {
  campaign: {
    status: CampaignStatus
    fileSize: number
    fileSha256: string
    lines: number
    notices: number
    refusedNotices: number
    totalCents: number
    released: number
    authorName: string
    createdAt: Date
    approverName: string | null
    approvedAt: Date | null
    endedAt: Date | null
  }
}

const byAt = (name: string, at: Date) => (
  <>
    {name}, <DateTime at={at} />
  </>
)

/** What a campaign would publish or has published, who loaded it and who approved it. */
export function Facts({ campaign }: FactsProps) {
  const { status, authorName, createdAt, approverName, approvedAt, endedAt } = campaign
  const read = status !== 'loading' && status !== 'unreadable'
  const toCome = campaign.notices - campaign.released
  const rows: SummaryRow[] = [
    ...(read
      ? [
          {
            term: approvedAt ? 'Comunicazioni della campagna' : 'Comunicazioni che partirebbero',
            value: formatCount(campaign.notices),
          },
          { term: 'Importo totale', value: formatAmount(campaign.totalCents) },
          { term: 'Comunicazioni scartate', value: formatCount(campaign.refusedNotices) },
          { term: 'Righe lette', value: formatCount(campaign.lines) },
        ]
      : []),
    ...(approvedAt ? [{ term: 'Pubblicate', value: formatCount(campaign.released) }] : []),
    ...(status === 'stopped' ? [{ term: 'Non inviate', value: formatCount(toCome) }] : []),
    { term: 'Caricata da', value: byAt(authorName, createdAt) },
    ...(approverName && approvedAt ? [{ term: 'Approvata da', value: byAt(approverName, approvedAt) }] : []),
    ...(endedAt ? [{ term: 'Finita', value: <DateTime at={endedAt} /> }] : []),
    {
      term: 'File',
      value: (
        <>
          {formatBytes(campaign.fileSize)}, impronta SHA-256 <code>{campaign.fileSha256}</code>
        </>
      ),
    },
  ]
  return <SummaryList rows={rows} />
}
