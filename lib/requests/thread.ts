import type { AccessTitle, RequestAct, RequestOutcome, ThreadSide } from '@/db/vocabulary'
import { signature } from '@/lib/transparency/signature'
import { outcomeLabels, transitions } from './status'

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

/** What an entry of the thread is, in a line. */
export const titleOf = ({ act, outcome }: Pick<Row, 'act' | 'outcome'>) =>
  act === 'close' && outcome
    ? `${transitions.close.label}: ${outcomeLabels[outcome].toLowerCase()}`
    : transitions[act].label

/** Who did it, as the reader may know them: of the office the contributor reads the unit, never the person. */
export const authorOf = ({ side, author, title, firm, officeName, unitName }: Row) => {
  const office = `Sede di ${officeName} – ${unitName}`
  if (side === 'system') return 'Portale'
  return side === 'office' ? (author ? `${author}, ${office}` : office) : signature(author ?? '', { title, firm })
}
