import type { SummaryRow } from '@/components/summary-list'
import { formatBytes } from '@/lib/format'
import { type ReceiptContent, senderOf } from '@/lib/requests/receipt'

/** Who presented what, and to whom, as the receipt certifies it. */
export const partyRows = ({ contributor, sender, office, topic }: ReceiptContent): SummaryRow[] => [
  { term: 'Contribuente', value: `${contributor.denomination} – C.F. ${contributor.codiceFiscale}` },
  { term: 'Inviata da', value: senderOf(sender) },
  { term: 'Sede competente', value: `${office.name} (${office.code}) – ${office.unit}` },
  { term: 'Oggetto', value: `${topic.area} › ${topic.subject}` },
]

/** The files presented, each with its hash, and the hash of the receipt itself. */
export const evidenceRows = ({ attachments }: ReceiptContent, sha256: string): SummaryRow[] => [
  {
    term: 'Allegati',
    value:
      attachments.length === 0 ? (
        'Nessuno'
      ) : (
        <ul className="fingerprint-list">
          {attachments.map((file) => (
            <li key={file.sha256}>
              {file.name} ({formatBytes(file.size)}) <br />
              <span className="code">SHA-256 {file.sha256}</span>
            </li>
          ))}
        </ul>
      ),
  },
  { term: 'Impronta della ricevuta', value: <span className="code">{sha256}</span> },
]
