import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { Protocollo } from '@/components/protocollo'
import { titleAndFirm } from '@/lib/transparency/signature'
import type { ListedAct } from '@/lib/transparency/queries/record'

const columns = [
  { key: 'at', header: 'Quando' },
  { key: 'who', header: 'Chi' },
  { key: 'title', header: 'A che titolo' },
  { key: 'what', header: 'Che cosa' },
  { key: 'thing', header: 'Dove' },
] as const

/** One page of what was done. */
export function ActTable({ acts, profile }: { acts: ListedAct[]; profile: string }) {
  return (
    <DataTable
      caption="Chi ha letto e scritto"
      quietCaption
      columns={columns}
      rows={acts.map((act) => ({
        key: String(act.sequence),
        cells: {
          at: <DateTime at={act.at} />,
          who: nameOf(act),
          title: titleAndFirm(act) || '–',
          what: act.sentence,
          thing: <Thing act={act} profile={profile} />,
        },
      }))}
    />
  )
}

const nameOf = ({ side, person, officeName }: ListedAct) =>
  side === 'portal' ? 'Il portale' : side === 'office' ? `Sede di ${officeName}` : (person ?? '')

function Thing({ act, profile }: { act: ListedAct; profile: string }) {
  const home = `/area/${profile}`
  if (act.requestId && act.requestProtocollo)
    return (
      <Link href={`${home}/richieste/${act.requestId}` as Route} prefetch={false}>
        Richiesta <Protocollo value={act.requestProtocollo} />
      </Link>
    )
  if (act.noticeId && act.noticeProtocollo)
    return (
      <Link href={`${home}/comunicazioni/${act.noticeId}` as Route} prefetch={false}>
        Comunicazione <Protocollo value={act.noticeProtocollo} />
      </Link>
    )
  if (act.delegationId)
    return (
      <Link href={`${home}/deleghe/${act.delegationId}` as Route} prefetch={false}>
        Delega
      </Link>
    )
  return '–'
}
