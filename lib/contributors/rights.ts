import type { AccessTitle } from '@/db/vocabulary'

/** The rights of domain.md §3.9: what each title may do for its contributor, beyond reading and writing requests. */
type Rights = {
  /** Has to do with the workers of its delegation alone: reads no content of a notice, and of requests its own. */
  partial: boolean
  /** Confers and revokes delegations, appoints the other representative, sees who read and wrote what. */
  delegates: boolean
  /** What it may do with the contributor's contacts. */
  contacts: 'change' | 'propose' | 'read'
  /** Sends istanze, or only prepares them for the delegate to send. */
  applications: 'send' | 'prepare'
}

const representative: Rights = { partial: false, delegates: true, contacts: 'change', applications: 'send' }

export const rightsOf: Record<AccessTitle, Rights> = {
  legal_representative: representative,
  other_representative: representative,
  delegate: { partial: false, delegates: false, contacts: 'propose', applications: 'send' },
  subdelegate: { partial: false, delegates: false, contacts: 'read', applications: 'prepare' },
  partial_delegate: { partial: true, delegates: false, contacts: 'read', applications: 'prepare' },
  partial_subdelegate: { partial: true, delegates: false, contacts: 'read', applications: 'prepare' },
}
