import type { Route } from 'next'
import Link from 'next/link'
import { Alert } from '@/components/alert'
import { DataTable } from '@/components/data-table'
import { SubmitButton } from '@/components/form/submit-button'
import type { Imported } from '@/lib/delegations/outcomes'
import { formatCount } from '@/lib/format'

const counted = (many: number, one: string, more: string) => (many === 1 ? `1 ${one}` : `${formatCount(many)} ${more}`)

const madeColumns = [
  { key: 'line', header: 'Riga', numeric: true },
  { key: 'code', header: 'Codice fiscale' },
  { key: 'contributor', header: 'Contribuente' },
]
const refusedColumns = [
  { key: 'line', header: 'Riga', numeric: true },
  { key: 'column', header: 'Colonna' },
  { key: 'value', header: 'Che cosa c’è scritto' },
  { key: 'reason', header: 'Perché no' },
]

/** What became of each row: refused first, because somebody must mend it. */
export function ImportOutcome({ imported }: { imported: Imported }) {
  const { compiled, present, refused, refusedRows, refusedFile } = imported
  return (
    <section aria-labelledby="esito">
      <h2 id="esito">Esito del caricamento</h2>
      <Alert tone={compiled.length + present.length > 0 ? 'success' : 'warning'}>
        <ul>
          <li>{counted(compiled.length, 'delega compilata', 'deleghe compilate')}</li>
          {present.length > 0 && (
            <li>
              {counted(present.length, 'c’era già, identica', 'c’erano già, identiche')}: non è stata rifatta nessuna
            </li>
          )}
          <li>{counted(refusedRows, 'riga rifiutata', 'righe rifiutate')}</li>
        </ul>
      </Alert>
      {refusedFile !== undefined && (
        <>
          <DataTable
            caption="Righe rifiutate: le altre sono state compilate."
            columns={refusedColumns}
            rows={refused.map(({ line, column, value, reason }, at) => ({
              key: String(at),
              cells: { line, column, value: value || 'vuota', reason },
            }))}
          />
          <form action="/area/tutti/deleghe/importa/scarti" method="post">
            <input type="hidden" name="righe" value={refusedFile} />
            <p>Scarica le sole righe rifiutate, con il motivo accanto: correggile e carica quel file.</p>
            <SubmitButton look="secondary">Scarica le righe da correggere (CSV)</SubmitButton>
          </form>
        </>
      )}
      {compiled.length > 0 && (
        <>
          <Made caption="Compilate" rows={compiled} />
          <p>
            <Link href={'/area/tutti/deleghe?stato=da-validare' as Route} prefetch={false}>
              Vai alle deleghe da firmare e validare
            </Link>
          </p>
        </>
      )}
      {present.length > 0 && <Made caption="C’erano già" rows={present} />}
    </section>
  )
}

const Made = ({ caption, rows }: { caption: string; rows: Imported['compiled'] }) => (
  <DataTable
    caption={`${caption}: ${formatCount(rows.length)}`}
    columns={madeColumns}
    rows={rows.map(({ line, id, codiceFiscale, denomination }) => ({
      key: String(line),
      cells: {
        line,
        code: codiceFiscale,
        contributor: (
          <Link href={`/area/tutti/deleghe/${id}` as Route} prefetch={false}>
            {denomination}
          </Link>
        ),
      },
    }))}
  />
)
