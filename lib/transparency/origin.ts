import { formatDate } from '@/lib/format'
import type { OwnAccess } from './queries/accesses'

/** Where a right comes from, in a sentence: who gave it, by which channel, and through whom. */
export function originOf(access: OwnAccess) {
  const { title, delegation, author, delegate, denomination, appointedBy, appointedByOffice } = access
  if (!delegation) {
    if (title === 'legal_representative') return `Rappresenti ${denomination}: così risulta all’Istituto`
    if (appointedBy) return `Ti ha abilitato ${appointedBy}, per ${denomination}`
    return appointedByOffice ? 'Ti ha abilitato la sede, con il modulo SC72' : `Sei abilitato per ${denomination}`
  }
  const given =
    delegation.channel === 'direct'
      ? `Delega diretta, data sul portale da ${author} per ${denomination}`
      : `Delega indiretta, compilata da ${author} e firmata da ${denomination}${delegation.signedOn ? ` il ${formatDate(delegation.signedOn)}` : ''}`
  const subdelegated = title === 'subdelegate' || title === 'partial_subdelegate'
  return subdelegated ? `Subdelega di ${delegate}. ${given}` : given
}
