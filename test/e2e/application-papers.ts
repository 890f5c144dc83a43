import type { Section } from '@/db/application-content'
import type { ProvisionContent } from '@/lib/applications/provision'
import type { ReceiptContent } from '@/lib/requests/receipt'

const sections: Section[] = [
  {
    step: 'importo',
    title: 'Che cosa chiedi',
    facts: [{ name: 'amount', kind: 'amount', label: 'Importo', value: 120_000 }],
  },
]
const party = { denomination: 'ALFA SERVIZI S.R.L.', codiceFiscale: '01234567897' }
const officeOf = (code: string) => ({ code, name: 'Prova', unit: 'Flussi contributivi' })
const presentedAt = '2026-11-26T08:00:00.000Z'

/** What an istanza contains when a test does not care. */
export const applicationContent = { answers: {}, sections, declaration: 'Dichiaro che quanto scritto è vero.' }

export const receiptContent = (protocollo: string, office: string): ReceiptContent => ({
  protocollo,
  submittedAt: presentedAt,
  expectedBy: '2026-12-26',
  contributor: party,
  sender: { name: 'Anna Prova', codiceFiscale: 'RSSMRA85T10A562S', title: 'Legale rappresentante' },
  office: officeOf(office),
  topic: { area: 'Istanze Online', subject: 'Rettifica di F24' },
  facts: [],
  text: '1.200,00 €',
  attachments: [],
  application: {
    sections,
    figures: [],
    declaration: applicationContent.declaration,
    term: { days: 30, source: 'Art. 2 c. 2 L. 241/1990' },
  },
})

export const provisionContent = (protocollo: string, about: string, office: string): ProvisionContent => ({
  protocollo,
  decidedAt: presentedAt,
  outcome: 'granted',
  application: { protocollo: about, submittedAt: presentedAt, label: 'Rettifica di F24', summary: '1.200,00 €' },
  contributor: party,
  office: officeOf(office),
  responsible: 'Clara Bianchi',
  facts: 'Il versamento risulta doppio.',
  law: 'Art. 2, comma 26, L. 335/1995',
  figures: [],
  effects: [],
  attachments: [],
})

/** What an officer wrote, ready to be read again. */
export const aFilledDecision = {
  outcome: 'not_granted',
  facts: 'Motivi riservati: dai flussi non risulta alcun versamento in più.',
  law: 'Art. 2, comma 26, L. 335/1995',
}
