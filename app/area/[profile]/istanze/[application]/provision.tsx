import { ApplicationSections } from '@/components/application-sections'
import { CopyValue } from '@/components/copy-value'
import { DateTime } from '@/components/date-time'
import { Figures } from '@/components/figures'
import { SummaryList } from '@/components/summary-list'
import { appealSteps } from '@/lib/applications/appeal'
import type { findProvision } from '@/lib/applications/queries/detail'
import { outcomeLabels } from '@/lib/requests/status'

type ProvisionProps = { provision: NonNullable<Awaited<ReturnType<typeof findProvision>>>; pdfHref: string }

/** What was decided, with the reasons in fact and in law, and what changed with it. */
export function Provision({ provision: { protocollo, outcome, content, sha256, decidedAt }, pdfHref }: ProvisionProps) {
  return (
    <section className="provision" aria-labelledby="provvedimento">
      <h2 id="provvedimento">Provvedimento: {outcomeLabels[outcome].toLowerCase()}</h2>
      <SummaryList
        rows={[
          { term: 'Numero', value: <CopyValue value={protocollo} what="il numero del provvedimento" /> },
          { term: 'Del', value: <DateTime at={decidedAt} /> },
          { term: 'Sede', value: `${content.office.name} (${content.office.code}) – ${content.office.unit}` },
          { term: 'Responsabile del procedimento', value: content.responsible },
          { term: 'Motivi di fatto', value: <span className="thread-text">{content.facts}</span> },
          { term: 'Motivi di diritto', value: <span className="thread-text">{content.law}</span> },
          ...(content.effects.length > 0 ? [{ term: 'Che cosa cambia', value: content.effects.join('\n') }] : []),
          ...(content.attachments.length > 0
            ? [{ term: 'Allegati', value: content.attachments.map(({ name }) => name).join('\n') }]
            : []),
          { term: 'Impronta (SHA-256)', value: <span className="code">{sha256}</span> },
        ]}
      />
      {content.decided && <ApplicationSections sections={[content.decided]} level={3} />}
      <Figures figures={content.figures} id="deciso" level={3} />
      <h3>Se non sei d’accordo</h3>
      <ul>
        {appealSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <p className="no-print">
        <a className="btn btn-outline-primary" href={pdfHref}>
          Scarica il provvedimento (PDF)
        </a>
      </p>
    </section>
  )
}
