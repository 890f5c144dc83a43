import type { NoticeKind } from '@/db/vocabulary'

/** Kinds of notice (domain.md §5.7). `termDays`: calendar days to pay from publication, where the kind has a term of its own. */
export const kindsOfNotice: Record<NoticeKind, { label: string; termDays: number | null }> = {
  'DEB-OMI': { label: 'Comunicazione di debito – omesso o parziale versamento', termDays: 30 },
  'DEB-SAN': { label: 'Comunicazione di debito – sole sanzioni per ritardato versamento', termDays: 30 },
  'DEB-PA': { label: 'Situazione debitoria PA – sola contribuzione', termDays: null },
  'ANO-DEN': { label: 'Anomalia della denuncia UniEmens', termDays: null },
  'ANO-F24': { label: 'Versamento non abbinato', termDays: null },
  'ANO-VER': { label: 'Versamento eccedente: imputazione o rimborso', termDays: null },
  'MAN-DEN': { label: 'Versamenti senza denuncia', termDays: null },
  'COM-LET': { label: 'Lettera di compliance', termDays: null },
  'RIS-INT': { label: 'Richiesta di documentazione dalla sede', termDays: null },
}

export const kindLabel = (kind: NoticeKind) => kindsOfNotice[kind].label
