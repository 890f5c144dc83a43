import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { formatAmount, formatCount } from '@/lib/format'
import type { listCampaigns } from '@/lib/campaigns/queries'
import { CampaignStatusBadge } from './status-badge'

const columns = [
  { key: 'title', header: 'Campagna' },
  { key: 'createdAt', header: 'Caricata' },
  { key: 'status', header: 'Stato' },
  { key: 'notices', header: 'Comunicazioni', numeric: true },
  { key: 'released', header: 'Pubblicate', numeric: true },
  { key: 'refused', header: 'Righe scartate', numeric: true },
  { key: 'total', header: 'Importo', numeric: true },
] as const

export function CampaignTable({ campaigns }: { campaigns: Awaited<ReturnType<typeof listCampaigns>>['rows'] }) {
  return (
    <DataTable
      caption="Campagne"
      quietCaption
      columns={columns}
      rows={campaigns.map((campaign) => ({
        key: campaign.id,
        cells: {
          title: (
            <Link href={`/sede/comunicazioni/campagne/${campaign.id}` as Route} prefetch={false}>
              {campaign.title}
            </Link>
          ),
          createdAt: <DateTime at={campaign.createdAt} show="day" />,
          status: <CampaignStatusBadge status={campaign.status} />,
          notices: formatCount(campaign.notices),
          released: formatCount(campaign.released),
          refused: formatCount(campaign.refusedLines),
          total: formatAmount(campaign.totalCents),
        },
      }))}
    />
  )
}
