import { appealSteps } from '@/lib/applications/appeal'
import type { ProvisionContent } from '@/lib/applications/provision'
import { outcomeLabels } from '@/lib/requests/status'
import { ApplicationSections } from './application-sections'
import { CopyValue } from './copy-value'
import { DateTime } from './date-time'
import { Figures } from './figures'
import { SummaryList } from './summary-list'

type ProvisionProps = {
  provision: { content: ProvisionContent; sha256: string }
  /** The address of its PDF. */
  pdfHref: string
}

/** The reasoned decision of an istanza, as both sides read it: outcome, reasons, what follows, how it is contested. */
export function Provision({ provision: { content, sha256 }, pdfHref }: ProvisionProps) {
  const { protocollo, decidedAt, outcome, office, responsible, facts, law, decided, figures, effects } = content
  return (
    <section className="provision" aria-labelledby="provvedimento">
      <h2 id="provvedimento">Provvedimento: {outcomeLabels[outcome].toLowerCase()}</h2>
      <SummaryList
        rows={[
          { term: 'Numero', value: <CopyValue value={protocollo} what="il numero del provvedimento" /> },
          { term: 'Del', value: <DateTime at={decidedAt} /> },
          { term: 'Sede e unità', value: `${office.name} (${office.code}) – ${office.unit}` },
          { term: 'Responsabile del procedimento', value: responsible },
          { term: 'Motivi di fatto', value: facts },
          { term: 'Motivi di diritto', value: law },
          ...(effects.length > 0 ? [{ term: 'Che cosa è cambiato', value: effects.join('\n') }] : []),
          ...(content.attachments.length > 0
            ? [{ term: 'Allegati', value: content.attachments.map(({ name }) => name).join('\n') }]
            : []),
          { term: 'Impronta (SHA-256)', value: <span className="code">{sha256}</span> },
        ]}
      />
      {decided && <ApplicationSections sections={[decided]} level={3} id="concesso" />}
      <Figures figures={figures} id="calcolo-provvedimento" level={3} />
      <h3>Se non sei d’accordo</h3>
      <ul>
        {appealSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <p className="no-print">
        {/* A plain link: the answer is a file. */}
        <a className="btn btn-outline-primary" href={pdfHref}>
          Scarica il provvedimento (PDF)
        </a>
      </p>
    </section>
  )
}
