import type { ContactKind, ContactStatus } from '@/db/vocabulary'

export const kindLabels: Record<ContactKind, string> = { pec: 'PEC', email: 'E-mail', mobile: 'Cellulare' }

export const contactStatusLabels: Record<ContactStatus, string> = {
  proposed: 'Proposto, da confermare',
  unverified: 'Da verificare',
  verified: 'Verificato',
  replaced: 'Sostituito',
  removed: 'Tolto',
  declined: 'Proposta rifiutata',
}

/** «a…a@alfa.example», «+39 … 567»: enough to recognise one's own, and no more. */
export function maskContact(value: string) {
  const [local, domain] = value.split('@')
  if (domain === undefined) return `${value.slice(0, 3)} … ${value.slice(-3)}`
  return local!.length < 3 ? `…@${domain}` : `${local![0]}…${local!.at(-1)}@${domain}`
}
