import { SummaryList } from '@/components/summary-list'
import type { AnyKind } from '@/lib/applications/kind'

type KindFactsProps = { kind: AnyKind; office: string; unit: string }

/** Before one begins: who decides, by when, what is needed, what it does not do. */
export function KindFacts({ kind: { term, needs, papers, limits }, office, unit }: KindFactsProps) {
  return (
    <>
      <SummaryList
        rows={[
          { term: 'Chi decide', value: `La sede di ${office}, unità ${unit}` },
          { term: 'Entro quando', value: `${term.days} giorni dall’invio (${term.source})` },
        ]}
      />
      <h2>Che cosa serve</h2>
      <ul>
        {needs.map((need) => (
          <li key={need}>{need}</li>
        ))}
        {papers.map(({ name, label, required }) => (
          <li key={name}>
            Da allegare{!required && ', se c’è'}: {label}
          </li>
        ))}
      </ul>
      <h2>Che cosa non fa</h2>
      <ul>
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </>
  )
}
