import type { AccessTitle, RequestAct, RequestOutcome, ThreadSide } from '@/db/vocabulary'
import { signature } from '@/lib/transparency/signature'
import { outcomeLabels, type Sort, transitions } from './status'

type Row = {
  act: RequestAct
  side: ThreadSide
  author: string | null
  /** Under which title, and for which firm, the contributor's side did it. */
  title: AccessTitle | null
  firm: string | null
  officeName: string | null
  unitName: string | null
  outcome: RequestOutcome | null
}

const ofApplication: Partial<Record<RequestAct, string>> = { submit: 'Istanza inviata', withdraw: 'Istanza ritirata' }
const withOutcome = new Set<RequestAct>(['close', 'decide'])

/** What an entry of the thread of a request, or of an istanza, is, in a line. */
export function titleOf({ act, outcome }: Pick<Row, 'act' | 'outcome'>, sort: Sort = 'request') {
  const label = (sort === 'application' && ofApplication[act]) || transitions[act].label
  return withOutcome.has(act) && outcome ? `${label}: ${outcomeLabels[outcome].toLowerCase()}` : label
}

/** Who did it, as the reader may know them: of the office the contributor reads the unit, never the person. */
export const authorOf = ({ side, author, title, firm, officeName, unitName }: Row) => {
  const office = `Sede di ${officeName} – ${unitName}`
  if (side === 'system') return 'Portale'
  return side === 'office' ? (author ? `${author}, ${office}` : office) : signature(author ?? '', { title, firm })
}
