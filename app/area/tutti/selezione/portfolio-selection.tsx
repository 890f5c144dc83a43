import type { ReactNode } from 'react'
import { SelectionForm } from '@/components/selection'
import type { Portfolio } from '@/lib/auth/actor'
import type { ChosenList } from '@/lib/portfolio/choice'
import { currentFirm } from '../totals'
import { actOnChosenAction } from './action'

const read = { act: 'leggi', label: 'Apri e leggi…' }
const marks = [
  { act: 'segna-viste', label: 'Togli «Da leggere per te»' },
  { act: 'segna-nuove', label: 'Rimetti «Da leggere per te»' },
]
const assign = { act: 'affida', label: 'Affida' }
const file = { act: 'esporta', label: 'Scarica CSV', href: '/area/tutti/selezione/csv' }

const own = { unread: [read], read: marks, requests: [] } satisfies Record<ChosenList, unknown>

type PortfolioSelectionProps = {
  actor: Portfolio
  list: ChosenList
  /** How many rows the filters find, all pages together; undefined when to count them would take longer than the list. */
  total: number | undefined
  /** The filters as they stand in the address, without where the page begins. */
  filters: Record<string, string>
  /** The table, with a `<ChoiceBox>` in each row. */
  children: ReactNode
}

/** A list over all one's contributors with what may be done to many of its rows. */
export async function PortfolioSelection({ actor, list, total, filters, children }: PortfolioSelectionProps) {
  // To give work to somebody is a change; reading and one's own dot are open to every PIN.
  const colleagues = actor.pinLevel === 'dispositivo' ? (await currentFirm()).colleagues : []
  return (
    <SelectionForm
      list={list}
      total={total}
      filters={filters}
      actions={[...own[list], ...(colleagues.length > 0 ? [assign] : []), file]}
      action={actOnChosenAction}
      colleagues={colleagues}
    >
      {children}
    </SelectionForm>
  )
}
