import type { FirmKind, FirmRole, TaskStatus } from '@/db/vocabulary'

export const firmKindLabels: Record<FirmKind, string> = {
  firm: 'Studio professionale',
  association: 'Ufficio di un’associazione nazionale',
}

/** What somebody is in a firm; in an association the holder is the head of office (msg 20976/2013). */
export const roleLabel = (kind: FirmKind, role: FirmRole) =>
  role === 'collaborator' ? 'Collaboratore' : kind === 'firm' ? 'Titolare' : 'Responsabile di ufficio'

export const taskStatusLabels: Record<TaskStatus, string> = {
  to_do: 'Da fare',
  waiting_client: 'In attesa del cliente',
  done: 'Fatto',
}

/** Why a paper of a selection was left as it was. */
export const leftReasons = {
  gone: 'Non puoi più operare per questo contribuente, o non è un cliente dello studio.',
  colleague: 'La persona scelta non può operare per questo contribuente: le serve una subdelega.',
} as const
