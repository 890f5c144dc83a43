import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { PageTitle } from '@/components/layout/page-title'
import { noticeKinds } from '@/db/vocabulary'
import { requireOfficer } from '@/lib/auth/session'
import { headingColumns, rowColumns } from '@/lib/campaigns/file/columns'
import { env } from '@/lib/env'
import { formatBytes } from '@/lib/format'
import { kindLabel } from '@/lib/notices/kinds'
import { DeskFrame } from '../../desk-frame'
import { columnWords, sampleLines } from './columns'

export const metadata: Metadata = { title: 'Com’è fatto il file' }

const columns = [
  { key: 'name', header: 'Colonna' },
  { key: 'says', header: 'Che cosa contiene' },
  { key: 'example', header: 'Esempio' },
] as const

const rowsOf = (names: readonly (keyof typeof columnWords)[]) =>
  names.map((name) => {
    const { says, example } = columnWords[name]
    return { key: name, cells: { name: <code>{name}</code>, says, example: <span className="code">{example}</span> } }
  })

export default async function FormatPage() {
  const actor = await requireOfficer()
  const home = '/sede/comunicazioni/campagne'
  return (
    <DeskFrame actor={actor} voice={home} trail={[{ label: 'Campagne', href: home }, { label: 'Com’è fatto il file' }]}>
      <PageTitle lead="Una riga del file per ogni riga di una comunicazione; le righe con lo stesso numero stanno una dopo l’altra.">
        Com’è fatto il file
      </PageTitle>
      <ul className="measure">
        <li>
          CSV con punto e virgola o virgola, in UTF-8 o Windows-1252, al massimo {formatBytes(env.IMPORT_MAX_BYTES)}.
        </li>
        <li>La prima riga è l’intestazione: tutte le colonne qui sotto, in qualunque ordine.</li>
        <li>Importi come 1.234,56; date gg/mm/aaaa; mesi mm/aaaa.</li>
        <li>Un numero già usato non fa mai una seconda comunicazione.</li>
      </ul>
      <h2>Uguali su ogni riga della comunicazione</h2>
      <DataTable caption="Colonne della comunicazione" quietCaption columns={columns} rows={rowsOf(headingColumns)} />
      <h2>Proprie della riga</h2>
      <p>
        La colonna <code>riga</code> dice di che cosa parla: C un mese della tabella dei contributi, S della tabella
        delle sanzioni, F una riga dell’F24. Le celle che non la riguardano restano vuote.
      </p>
      <DataTable caption="Colonne della riga" quietCaption columns={columns} rows={rowsOf(rowColumns)} />
      <h2>Tipi</h2>
      <ul>
        {noticeKinds.map((kind) => (
          <li key={kind}>
            <code>{kind}</code>: {kindLabel(kind)}
          </li>
        ))}
      </ul>
      <h2>Esempio</h2>
      <pre className="file-sample" tabIndex={0} aria-label="Esempio di file">
        {sampleLines.join('\n')}
      </pre>
      <p>
        <Link href={`${home}/nuova` as Route}>Carica un file</Link>
      </p>
    </DeskFrame>
  )
}
