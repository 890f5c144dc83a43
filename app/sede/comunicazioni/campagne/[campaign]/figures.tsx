import type { Route } from 'next'
import Link from 'next/link'
import { formatCount } from '@/lib/format'
import { Bars } from './bars'
import { DaysChart } from './days-chart'

type FiguresProps = {
  figures: { published: number; read: number; overdue: number; struck: number; delivered: number; messages: number }
  readings: { day: string; read: number }[]
  here: string
}

/** How a campaign was delivered and read. Messages are counted apart: one for each person, however many notices. */
export function Figures({ figures, readings, here }: FiguresProps) {
  const { published, read, overdue, struck, delivered, messages } = figures
  return (
    <section aria-labelledby="lettura">
      <h2 id="lettura">Consegna e lettura</h2>
      <Bars
        caption="Comunicazioni della campagna"
        bars={[
          { label: 'Comunicazioni pubblicate', value: published },
          { label: 'Lette', value: read },
          { label: 'Non lette oltre il termine', value: overdue },
          { label: 'Ritirate o corrette', value: struck },
        ]}
      />
      <Bars
        caption="Avvisi della campagna: uno per persona, qualunque sia il numero di comunicazioni"
        bars={[
          { label: 'Avvisi via e-mail e SMS', value: messages },
          { label: 'Avvisi consegnati', value: delivered },
        ]}
      />
      <p>
        <Link href={`${here}/non-lette` as Route} prefetch={false}>
          Non lette oltre il termine ({formatCount(overdue)})
        </Link>
      </p>
      <DaysChart readings={readings} />
    </section>
  )
}
