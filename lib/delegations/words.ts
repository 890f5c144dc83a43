import type { DelegationScope } from '@/db/vocabulary'
import { daysBetween } from '@/lib/calendar/days-between'
import { formatCount, formatDay } from '@/lib/format'
import { expiringDays } from './status'

export const scopeLabels: Record<DelegationScope, string> = { total: 'Totale', partial: 'Parziale' }

/** «Totale, esclusiva», «Parziale». */
export const kindWords = ({ scope, exclusive }: { scope: DelegationScope; exclusive: boolean }) =>
  exclusive ? `${scopeLabels[scope]}, esclusiva` : scopeLabels[scope]

/** «dal 26/11/2026 al 30/06/2027», «dal 26/11/2026, senza scadenza»; from ISO days. */
export const termWords = ({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }) =>
  endsOn === null ? `dal ${formatDay(startsOn)}, senza scadenza` : `dal ${formatDay(startsOn)} al ${formatDay(endsOn)}`

/** What a last day near `today` (ISO, in Rome) is announced with; undefined when there is none, or it is far or gone. */
export function expiringWords(endsOn: string | null, today: string) {
  const left = endsOn === null ? -1 : daysBetween(today, endsOn)
  if (left < 0 || left > expiringDays) return undefined
  if (left === 0) return 'In scadenza: vale ancora per oggi'
  return left === 1 ? 'In scadenza: vale fino a domani' : `In scadenza: tra ${left} giorni`
}

/** «1 invito», «12 inviti». */
export const invitationWords = (many: number) => (many === 1 ? '1 invito' : `${formatCount(many)} inviti`)

/** Who the delegate is, as far as it may be known: a code alone until that person has answered. */
export const delegateWords = ({
  delegateName,
  delegateCode,
  firmName,
}: {
  delegateName: string | null
  delegateCode: string
  firmName: string | null
}) => (delegateName === null ? delegateCode : firmName === null ? delegateName : `${delegateName} (${firmName})`)
